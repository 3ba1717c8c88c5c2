import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetProcess, noteProcess, signalGroup, signalProcess } from '../process-record.js';
import { ServerProblem } from '../server-problem.js';

/** How one process is started and stopped. */
export interface ProcessPlan {
  /** Name of the log file, the record and the messages. */
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** A path of ours that appears on the command line: the proof that a process is ours. */
  trace: string;
  stopSignal: NodeJS.Signals;
  stopDeadlineMs: number;
  identity?: { uid: number; gid: number };
}

/** A log longer than this is set aside at the next start. */
const logBytesMax = 16_000_000;

/** Part of every Debian: lets the kernel end a child when we die without a chance to do it. */
const dieWithParent = '/usr/bin/setpriv';

/** One process of a private server, with its log in `<state>/log` and its record in `<state>/run`. */
export class PrivateProcess {
  #child: ChildProcess | undefined;
  #stopping = false;
  #isReady = false;
  #logStart = 0;

  constructor(
    private readonly plan: ProcessPlan,
    private readonly stateFolder: string,
    private readonly onDeath: (name: string, reason: string) => void,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  /** Number of the living process, or undefined. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get logPath(): string {
    return join(this.stateFolder, 'log', `${this.plan.name}.log`);
  }

  /** Starts the process; its death once it is ready, and not being stopped, is reported to `onDeath`. */
  async start(): Promise<void> {
    const { name, command, args, env, identity, trace, stopSignal } = this.plan;
    await mkdir(join(this.stateFolder, 'log'), { recursive: true });
    const former = await stat(this.logPath).catch(() => undefined);
    if (former && former.size > logBytesMax) await rename(this.logPath, `${this.logPath}.old`);
    const log = await open(this.logPath, 'a', 0o600);
    this.#logStart = (await log.stat()).size;
    const tied = existsSync(dieWithParent);
    const program = tied ? dieWithParent : command;
    const words = tied ? ['--pdeathsig', stopSignal.slice(3), command, ...args] : [...args];
    const child = spawn(program, words, {
      env,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...identity,
    });
    this.#stopping = false;
    this.#isReady = false;
    this.#child = child;
    child.once('exit', (code, signal) => this.#ended(child, `exit ${code ?? signal}`));
    child.once('error', (error) => this.#ended(child, error.message));
    await log.close();
    if (child.pid) await noteProcess(this.stateFolder, name, { pid: child.pid, trace, stopSignal });
  }

  #ended(child: ChildProcess, reason: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#isReady && !this.#stopping) this.onDeath(this.plan.name, reason);
  }

  /** What the process has written since its start. */
  async output(): Promise<string> {
    const bytes = await readFile(this.logPath).catch(() => Buffer.alloc(0));
    return bytes.subarray(this.#logStart).toString('utf8');
  }

  /** Waits until `isReady` says so; throws `server-failed` with the last log lines when the process dies or is late. */
  async waitUntil(isReady: () => Promise<boolean>, deadlineMs: number): Promise<void> {
    const until = Date.now() + deadlineMs;
    while (this.#child) {
      if ((await isReady()) && this.#child) {
        this.#isReady = true;
        return;
      }
      if (Date.now() > until) break;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    const tail = (await this.output()).trim().split('\n').slice(-3).join(' | ').slice(-400);
    throw new ServerProblem('server-failed', {
      ja: `${this.name} を起動できません (${tail})。`,
      en: `${this.name} did not start (${tail}).`,
    });
  }

  /** Asks the process to end, ends its whole group when the deadline passes; does nothing when it is gone. */
  async stop(signal = this.plan.stopSignal): Promise<void> {
    const child = this.#child;
    this.#stopping = true;
    if (child?.pid) {
      const { pid } = child;
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), this.plan.stopDeadlineMs);
      signalProcess(pid, signal);
      await ended;
      clearTimeout(late);
      signalGroup(pid, 'SIGKILL');
    }
    await forgetProcess(this.stateFolder, this.plan.name);
  }

  /** Sends a signal and waits for the death only when it is SIGKILL; for drills. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    const ended = once(child, 'exit');
    signalProcess(child.pid, signal);
    if (signal === 'SIGKILL') await ended;
  }
}
