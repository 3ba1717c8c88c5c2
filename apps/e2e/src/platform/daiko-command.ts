import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The checkout under test, from `src` and from `dist` alike. */
export const checkout = join(import.meta.dirname, '../../../..');
/** The start of `daiko`, as Node runs it. */
export const entry = join(checkout, 'apps/cli/bin/daiko.mjs');

/** The environment of a `daiko` command that speaks to the platform of one state folder. */
export function commandEnvironment(stateFolder: string): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG = 'C.UTF-8' } = process.env;
  // Native on every machine: the faults of the story end server processes by their numbers.
  return { PATH, HOME, LANG, DAIKO_STATE_FOLDER: stateFolder, DAIKO_SERVERS: 'native' };
}

export interface CommandOutcome {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `daiko` as a clerk would, to its end. */
export function runDaiko(
  args: readonly string[],
  options: { stateFolder: string; cwd?: string; deadlineMs?: number },
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      env: commandEnvironment(options.stateFolder),
      cwd: options.cwd ?? checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.deadlineMs ?? 60_000,
    });
    const outcome: CommandOutcome = { exitCode: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ ...outcome, exitCode }));
  });
}

/** Runs `daiko … --format json` and answers what it printed; throws unless the exit code is as expected. */
export async function askDaiko<T>(
  stateFolder: string,
  args: readonly string[],
  expectedExit = 0,
): Promise<T> {
  const { exitCode, stdout, stderr } = await runDaiko([...args, '--format', 'json'], { stateFolder });
  if (exitCode !== expectedExit) {
    throw new Error(
      `daiko ${args.join(' ')}: exit ${exitCode} instead of ${expectedExit}\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`,
    );
  }
  return JSON.parse(stdout) as T;
}

/** Starts `daiko up` as a child; its output arrives line by line. */
export function startDaiko(
  args: readonly string[],
  stateFolder: string,
  onLine: (line: string) => void,
  environment: NodeJS.ProcessEnv = {},
) {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...commandEnvironment(stateFolder), ...environment },
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
  }
  return child;
}
