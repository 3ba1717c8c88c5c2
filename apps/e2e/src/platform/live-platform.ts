import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Door } from './door.js';
import { startDaiko } from './daiko-command.js';

export interface LiveOptions {
  stateFolder: string;
  /** Begins anew: `--fresh` removes what an earlier run left. */
  fresh?: boolean;
  demonstration?: boolean;
  /** Folder of a fault run: arms the crash points of the services. */
  faults?: string;
  /** Processes of a service, as `--workers` takes them. */
  workers?: string | null;
  /** Each process writes where its CPU time went into this folder when it ends. */
  profile?: string | null;
  /** Receives each line that `daiko up` prints. */
  onLine?: (line: string) => void;
  deadlineMs?: number;
}

const upLine = /Ctrl-C stops/;
const linesKept = 2000;

/** A platform as a user starts it: `daiko up` as a child process, known only by its public doors and its state folder. */
export class LivePlatform {
  private constructor(
    readonly stateFolder: string,
    readonly origin: string,
    readonly caFile: string,
    readonly lines: string[],
    private readonly child: ChildProcess,
    private readonly ended: Promise<number | null>,
  ) {}

  /** Starts it and resolves when it stays up (after the summary of the demonstration, where one is asked for). */
  static async start(options: LiveOptions): Promise<LivePlatform> {
    const { stateFolder, workers = null, onLine, deadlineMs = 240_000 } = options;
    const args = [
      'up',
      ...(options.fresh ? ['--fresh'] : []),
      ...(options.demonstration ? ['--demonstration'] : []),
      ...(workers === null ? [] : ['--workers', workers]),
    ];
    const lines: string[] = [];
    const isUp = Promise.withResolvers<void>();
    const { faults, profile = null } = options;
    const environment = {
      ...(faults === undefined ? {} : { DAIKO_CRASH_POINTS: faults }),
      ...(profile === null ? {} : { DAIKO_PROFILE_FOLDER: profile }),
    };
    const onLineToo = (line: string): void => {
      if (lines.length < linesKept) lines.push(line);
      onLine?.(line);
      if (upLine.test(line)) isUp.resolve();
    };
    const child = startDaiko(args, stateFolder, onLineToo, environment);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const late = setTimeout(() => isUp.reject(new Error('the platform is not up in time')), deadlineMs);
    void ended.then((code) => isUp.reject(new Error(`daiko up ended with ${code}`)));
    try {
      await isUp.promise;
    } catch (fault) {
      child.kill('SIGTERM');
      await ended;
      throw new Error(`${(fault as Error).message}\n${lines.slice(-40).join('\n')}`, { cause: fault });
    } finally {
      clearTimeout(late);
    }
    const record = await readFile(join(stateFolder, 'run/platform.json'), 'utf8');
    const { origin, caFile } = JSON.parse(record) as { origin: string; caFile: string };
    return new LivePlatform(stateFolder, origin, caFile, lines, child, ended);
  }

  /** Ends it by SIGTERM; answers the exit code. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  operator(): Promise<Door> {
    return Door.open(this, join(this.stateFolder, 'secrets/operator-key'));
  }

  /** The door of a partner of the demonstration, or of one whose key was saved there. */
  partner(number: string): Promise<Door> {
    return Door.open(this, join(this.stateFolder, 'demonstration/partners', `${number}.key`));
  }
}
