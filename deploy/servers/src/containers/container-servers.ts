import { requireFreePorts } from '../ports.js';
import type { RunningServers, ServerName } from '../running-servers.js';
import { composeServices, containerEndpoints, publishedPorts, serverOf } from './compose-plan.js';
import { ComposeProject, type ContainerSurroundings } from './compose-project.js';
import { watchDeaths } from './death-watch.js';
import { signaturesAt } from './server-probe.js';

/** Starts the containers of a state folder and returns once every server answers. Throws `ServerProblem`. */
export async function startContainers(
  around: ContainerSurroundings,
  names: readonly ServerName[],
): Promise<RunningServers> {
  const project = new ComposeProject(around);
  await project.writeEnvironment();
  await requireFreePorts(publishedPorts(around.ports));
  const begun = Date.now();
  const seconds = (): string => ((Date.now() - begun) / 1000).toFixed(1);
  around.log(`servers: starting containers (Docker Compose, project ${project.plan.project})`);
  try {
    await project.up(names);
    await Promise.all(
      names.map(async (name) => {
        await project.waitUntilReady(name);
        around.log(`${name}: ready in ${seconds()} s`);
      }),
    );
    const isScanned = names.includes('clamav');
    const signatures = isScanned
      ? await signaturesAt({ host: '127.0.0.1', port: around.ports.clamav })
      : 'test-only';
    return runningContainers(project, around, names, signatures);
  } catch (error) {
    await project.down().catch(() => undefined);
    throw error;
  }
}

function runningContainers(
  project: ComposeProject,
  around: ContainerSurroundings,
  names: readonly ServerName[],
  signatures: 'official' | 'test-only',
): RunningServers {
  const { ports, secrets, log } = around;
  const all = containerEndpoints(ports, secrets, signatures);
  const chosen = Object.fromEntries(names.map((name) => [name, all[name]]));
  const restarting = new Map<ServerName, Promise<void>>();
  const report = (name: ServerName, reason: string): void => {
    log(`${name}: container ended unasked (${reason})`);
    around.onDeath(name, reason);
  };
  const lookForEnded = async (): Promise<void> => {
    const living = (await project.states()).filter(({ state }) => state === 'running');
    const isUp = (name: ServerName): boolean =>
      living.some(({ service }) => service === composeServices[name]);
    for (const name of names) if (!isUp(name)) report(name, 'engine restarted');
  };
  const close = watchDeaths(
    around.socketPath,
    project.plan.project,
    ({ service, reason }) => {
      const name = serverOf(service);
      if (name) report(name, reason);
    },
    () => void lookForEnded().catch(() => undefined),
  );
  // The engine starts a container again that died by itself; then this only waits for it.
  const again = async (name: ServerName): Promise<void> => {
    const began = Date.now();
    await project.up([name], '--no-deps', '--no-recreate');
    await project.waitUntilReady(name);
    log(`${name}: ready again in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  return {
    kind: 'docker',
    endpoints: chosen as unknown as RunningServers['endpoints'],
    pids: {},
    stop: async () => {
      close();
      await Promise.allSettled(restarting.values());
      await project.down();
      log('servers: stopped');
    },
    kill: async (name, signal = 'SIGKILL') => {
      await project.compose('compose kill', ['kill', '--signal', signal, composeServices[name]]);
    },
    restart: (name) => {
      const running = restarting.get(name) ?? again(name).finally(() => restarting.delete(name));
      restarting.set(name, running);
      return running;
    },
  };
}
