import { spawn } from 'node:child_process';

/** What a `docker` command answered; `code` is null when it was not found or did not end in time. */
export interface DockerAnswer {
  code: number | null;
  isMissing: boolean;
  stdout: string;
  stderr: string;
}

/** Runs one `docker` command with the words given; never throws. */
export type Docker = (words: readonly string[], deadlineMs?: number) => Promise<DockerAnswer>;

const outputLengthMax = 1_000_000;

/** Settings of ours or of Compose in the surroundings would change what the file and our own settings say. */
export function dockerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(DAIKO|COMPOSE)_/.test(name)));
}

/** Runs the machine's `docker`, by default for at most a minute. */
export const runDocker: Docker = (words, deadlineMs = 60_000) =>
  new Promise((resolve) => {
    // In a group of its own: Ctrl-C in the terminal asks us to stop, and must not cut off what we are doing for that.
    const child = spawn('docker', words, {
      env: dockerEnvironment(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const answer: DockerAnswer = { code: null, isMissing: false, stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        answer[name] = (answer[name] + text).slice(-outputLengthMax);
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ ...answer, isMissing: error.code === 'ENOENT', stderr: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ ...answer, code });
    });
  });
