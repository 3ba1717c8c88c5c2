import { get } from 'node:http';
import { signalGroup } from '@daiko/servers';
import type { LivePlatform } from './live-platform.js';
import { recordedProcesses } from './own-processes.js';
import { portsOf } from './superuser.js';
import { waitUntil } from './wait-until.js';

const backDeadlineMs = 90_000;

/** Ends a process of the platform without warning (SIGKILL), with everything it has started; its id, also where it had just ended by itself. */
export async function killProcess(platform: LivePlatform, name: string): Promise<number> {
  const pid = (await recordedProcesses(platform.stateFolder))[name];
  if (pid === undefined) throw new Error(`${name} does not run`);
  signalGroup(pid, 'SIGKILL');
  return pid;
}

/** Resolves when the killed process is there again under another id, and every service is ready. */
export async function recovered(platform: LivePlatform, name: string, killedPid: number): Promise<void> {
  await waitUntil(
    `${name} runs again`,
    async () => {
      const pid = (await recordedProcesses(platform.stateFolder))[name];
      return pid !== undefined && pid !== killedPid;
    },
    { deadlineMs: backDeadlineMs },
  );
  await everyServiceReady(platform);
}

export async function everyServiceReady(platform: LivePlatform): Promise<void> {
  const { services } = await portsOf(platform.stateFolder);
  let waiting: string[] = [];
  await waitUntil(
    'every service is ready',
    async () => {
      const states = await Promise.all(
        Object.entries(services).map(async ([service, port]) => ((await isReady(port)) ? [] : [service])),
      );
      waiting = states.flat();
      return waiting.length === 0;
    },
    { deadlineMs: backDeadlineMs, state: () => waiting },
  );
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`http://127.0.0.1:${port}/health/ready`, { timeout: 2000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
