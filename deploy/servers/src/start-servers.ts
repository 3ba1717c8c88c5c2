import { mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { begunKind, forgetBegun, noteBegun } from './begun-kind.js';
import type { ContainerSurroundings } from './containers/compose-project.js';
import { startContainers } from './containers/container-servers.js';
import { runDocker } from './containers/docker-command.js';
import { ImageNotAvailable } from './containers/engine-problem.js';
import { examineEngine } from './containers/examine-engine.js';
import { provideImages } from './containers/provide-images.js';
import { removeContainers } from './containers/remove-containers.js';
import { endNativeLeftovers, removeNativeServers, startNativeServers } from './native/native-servers.js';
import { allocatePorts, forgetPorts } from './ports.js';
import { type RunningServers, serverNames, type StartOptions } from './running-servers.js';
import {
  chooseServers,
  type EngineState,
  insteadOfContainers,
  type Line,
  type ServerKind,
} from './server-choice.js';
import { ServerProblem } from './server-problem.js';
import { keepSecrets } from './server-secrets.js';
import { requireFreeSpace } from './state-folder.js';
import { holdStateFolder } from './state-owner.js';

/**
 * Starts private servers for one checkout, all at once, bound to 127.0.0.1: containers or processes of this machine,
 * as `servers` says and as the data of the state folder was begun. What an earlier run of the same state folder left
 * behind is ended first. Throws `ServerProblem`.
 */
export async function startServers(options: StartOptions): Promise<RunningServers> {
  await mkdir(options.stateFolder, { recursive: true });
  const stateFolder = await realpath(options.stateFolder);
  await requireFreeSpace(stateFolder);
  const release = await holdStateFolder(stateFolder);
  try {
    const servers = await startChosen({ ...options, stateFolder });
    return {
      ...servers,
      get pids() {
        return servers.pids;
      },
      stop: async () => {
        await servers.stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

const inBoth = ({ ja, en }: Line): string => `servers: ${ja} / ${en}`;

async function startChosen(options: StartOptions): Promise<RunningServers> {
  const { stateFolder, log = () => undefined, servers: setting = 'native' } = options;
  const begun = await begunKind(stateFolder);
  const needsEngine = setting !== 'native' || begun === 'docker';
  const engine: EngineState = needsEngine ? await examineEngine(runDocker) : { state: 'absent' };
  const choice = chooseServers(setting, begun, engine);
  if (choice.kind === null) throw new ServerProblem(choice.code, choice.line);
  if (choice.line) log(inBoth(choice.line));
  if (choice.kind === 'docker' && engine.state === 'ready') {
    try {
      return await beginContainers(options, engine.socketPath, begun);
    } catch (problem) {
      if (!(problem instanceof ImageNotAvailable) || begun !== null || setting !== 'auto') throw problem;
      log(inBoth(insteadOfContainers(problem.what)));
    }
  }
  const servers = await startNativeServers(options);
  await noteBegun(stateFolder, 'native');
  return servers;
}

async function beginContainers(
  options: StartOptions,
  socketPath: string,
  begun: ServerKind | null,
): Promise<RunningServers> {
  const { stateFolder, composeFile, log = () => undefined, only = serverNames } = options;
  if (composeFile === undefined) throw new RangeError('containers need a composeFile');
  if ((await removeContainers(runDocker, stateFolder, { volumes: false })) > 0) {
    log('servers: containers of an earlier run were ended');
  }
  const around: ContainerSurroundings = {
    stateFolder,
    composeFile: resolve(composeFile),
    ports: await allocatePorts(stateFolder),
    secrets: await keepSecrets(stateFolder),
    docker: runDocker,
    socketPath,
    log,
    onDeath: (server, reason) => options.onDeath?.(server, reason),
  };
  await provideImages(around);
  await noteBegun(stateFolder, 'docker');
  try {
    return await startContainers(around, only);
  } catch (problem) {
    // Nothing has used a first start that failed: what it began does not bind the next one.
    if (begun === null) {
      await removeContainers(runDocker, stateFolder, { volumes: true }).catch(() => undefined);
      await forgetBegun(stateFolder);
    }
    throw problem;
  }
}

/** True where the data of a state folder lies in containers. Throws `engine-not-ready` when their engine does not answer. */
async function hasContainers(stateFolder: string): Promise<boolean> {
  if ((await begunKind(stateFolder)) !== 'docker') return false;
  const engine = await examineEngine(runDocker);
  // Removing goes by labels and needs no Compose.
  if (engine.state === 'compose-missing' || engine.state === 'compose-old') return true;
  const choice = chooseServers('docker', 'docker', engine);
  if (choice.kind === null) throw new ServerProblem(choice.code, choice.line);
  return true;
}

/** Ends the servers that a run of a state folder left behind when it was killed; the data stays. Throws `ServerProblem`. */
export async function endServers(stateFolder: string): Promise<void> {
  await whileHolding(stateFolder, async (folder) => {
    if (await hasContainers(folder)) await removeContainers(runDocker, folder, { volumes: false });
    else await endNativeLeftovers(folder);
  });
}

/**
 * Ends what still runs of a state folder and removes all its server data, volumes and what lies outside the checkout
 * too; keeps packages and images. Throws `ServerProblem`.
 */
export async function purgeServers(stateFolder: string): Promise<void> {
  await whileHolding(stateFolder, async (folder) => {
    if (await hasContainers(folder)) await removeContainers(runDocker, folder, { volumes: true });
    await removeNativeServers(folder);
    await forgetBegun(folder);
    await forgetPorts(folder);
  });
}

async function whileHolding(stateFolder: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await realpath(stateFolder).catch(() => undefined);
  if (folder === undefined) return;
  const release = await holdStateFolder(folder);
  try {
    await work(folder);
  } finally {
    await release();
  }
}
