import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';

export interface SupervisedProcess {
  name: string;
  command: string;
  args: string[];
  environment: Record<string, string>;
  /** Answers 200 when ready. */
  readyUrl: string;
}

interface Running {
  definition: SupervisedProcess;
  child: ChildProcess;
  startedAt: number;
  failures: number;
}

/** Waiting times before the first, second … start again, ms. */
const usualBackOffMs: readonly number[] = [500, 1000, 2000, 5000, 15_000];
/** Longer than a service gives itself to drain. */
const stopMs = 80_000;

/** Keeps the services running: a process that dies is started again with back-off; `stop` drains them all. */
export class Supervisor {
  private readonly running = new Map<string, Running>();
  private isStopping = false;

  constructor(
    private readonly folders: { run: string; log: string },
    private readonly log: (line: string) => void,
    private readonly backOffMs = usualBackOffMs,
  ) {}

  async start(definition: SupervisedProcess): Promise<void> {
    await this.endLeftover(definition.name);
    await this.launch(definition, 0);
  }

  /** Process ids by name, for `daiko status` and fault tests. */
  pids(): Record<string, number> {
    return Object.fromEntries([...this.running].map(([name, { child }]) => [name, child.pid ?? 0]));
  }

  /** Resolves when every process answers at its ready address; throws with the names of those that do not in time. */
  async ready(deadlineMs: number): Promise<void> {
    const deadline = Date.now() + deadlineMs;
    const waiting = new Set(this.running.keys());
    while (waiting.size > 0) {
      for (const name of waiting) {
        const url = this.running.get(name)?.definition.readyUrl;
        if (url !== undefined && (await answers(url))) waiting.delete(name);
      }
      if (waiting.size === 0) return;
      if (Date.now() > deadline) throw new ServicesNotReady([...waiting], this.folders.log);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.running.values()].map(({ child }) => endProcess(child)));
    for (const name of this.running.keys()) await rm(this.recordOf(name), { force: true });
    this.running.clear();
  }

  private async launch(definition: SupervisedProcess, failures: number): Promise<void> {
    const output = createWriteStream(join(this.folders.log, `${definition.name}.log`), {
      flags: 'a',
      mode: 0o600,
    });
    const child = spawn(definition.command, definition.args, {
      env: definition.environment,
      // Nothing is written to it: its end tells the service that the supervisor is gone.
      stdio: ['pipe', 'pipe', 'pipe'],
      // Ctrl-C in the terminal reaches the supervisor alone, which then drains the services in order.
      detached: true,
    });
    child.stdout?.pipe(output, { end: false });
    child.stderr?.pipe(output, { end: false });
    const entry: Running = { definition, child, startedAt: Date.now(), failures };
    this.running.set(definition.name, entry);
    child.once('exit', (code, signal) => {
      output.end();
      void this.onExit(entry, code, signal);
    });
    const record = JSON.stringify({ pid: child.pid, args: definition.args });
    await writeWhole(this.recordOf(definition.name), record);
  }

  private async onExit(entry: Running, code: number | null, signal: NodeJS.Signals | null): Promise<void> {
    if (this.isStopping) return;
    const failures = Date.now() - entry.startedAt > 60_000 ? 1 : entry.failures + 1;
    const { backOffMs } = this;
    const waitMs = backOffMs[Math.min(failures - 1, backOffMs.length - 1)] ?? 0;
    const { name } = entry.definition;
    this.log(
      `${name}: 終了しました（${signal ?? code}）。${waitMs} ms後に再起動します / ended, starts again in ${waitMs} ms`,
    );
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!this.isStopping) await this.launch(entry.definition, failures);
  }

  private recordOf(name: string): string {
    return join(this.folders.run, `${name}.json`);
  }

  /** A process of an earlier supervisor that was killed: ended before the new one starts, if it is truly ours. */
  private async endLeftover(name: string): Promise<void> {
    const record = await readFile(this.recordOf(name), 'utf8').catch(() => null);
    if (record === null) return;
    const { pid, args } = JSON.parse(record) as { pid: number; args: string[] };
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!args.every((arg) => commandLine.includes(arg))) return;
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
}

/** Some service did not become ready; its log says why. */
class ServicesNotReady extends Error {
  constructor(
    readonly names: string[],
    logFolder: string,
  ) {
    super(
      `起動しないサービスがあります: ${names.join(', ')}（記録は ${logFolder}） / not ready: ${names.join(', ')}; see the logs in ${logFolder}`,
    );
    this.name = 'ServicesNotReady';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const get = url.startsWith('https:') ? getSecure : getPlain;
    // Only whether our own process on loopback is up; nothing is sent and nothing is believed.
    const request = get(url, { timeout: 2000, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
    request.on('timeout', () => request.destroy());
  });
}
