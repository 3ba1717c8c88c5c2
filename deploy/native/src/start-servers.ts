import { mkdir, realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { memoryFolderFor, nativeClamav } from './clamav.js';
import { type ComponentSource, provideComponents } from './debian-packages.js';
import type { NativeServer, ServerName, ServerSurroundings } from './native-server.js';
import { type Component } from './package-closure.js';
import { allocatePorts, forgetPorts, requireFreePorts } from './ports.js';
import { nativePostgres } from './postgres.js';
import { keepSecrets, openFolderFor, requireFreeSpace } from './private-files.js';
import { reapLeftovers } from './process-record.js';
import { nativeRabbitmq } from './rabbitmq.js';
import { ServerProblem } from './server-problem.js';
import { holdStateFolder } from './state-owner.js';
import { nativeSwift, type ObjectStoreEndpoint } from './swift.js';

/** Where the servers are and what opens them. */
export interface ServerEndpoints {
  /** Database `postgres` of one private instance. */
  postgres: { host: string; port: number; superuser: string; password: string };
  /** `url` is `amqp://user:password@127.0.0.1:port`, `managementUrl` `http://127.0.0.1:port`. */
  rabbitmq: { url: string; managementUrl: string; user: string; password: string };
  objectStore: ObjectStoreEndpoint;
  /** `test-only`: clamd knows the two drill signatures and nothing else. */
  clamav: { host: string; port: number; signatures: 'official' | 'test-only' };
}

/** What to start and where. */
export interface StartOptions {
  /** Folder of data, logs, passwords and ports (`.daiko` of a checkout); created when missing. */
  stateFolder: string;
  /** Where Debian packages are extracted; default `<stateFolder>/packages`. */
  packageFolder?: string;
  /** Which servers; default all. `endpoints` then holds only these. */
  only?: readonly ServerName[];
  /** Receives one line per step. */
  log?: (line: string) => void;
  /** Told of each process that dies without having been asked to (four for the object store); `restart` mends it. */
  onDeath?: (server: ServerName, reason: string) => void;
}

/** The servers, running. */
export interface RunningServers {
  endpoints: ServerEndpoints;
  /** Living processes by name (`postgres`, `epmd`, `rabbitmq`, `swift-proxy` …). */
  readonly pids: Record<string, number>;
  /** Ends every process, epmd last; nothing of them remains but data and logs. */
  stop(): Promise<void>;
  /** Sends a signal to a server's processes, for drills; default SIGKILL. */
  kill(name: ServerName, signal?: NodeJS.Signals): Promise<void>;
  /** Stops a server if it runs and starts it again on the same data and ports; calls at the same time are one. */
  restart(name: ServerName): Promise<void>;
}

const makers: Record<ServerName, (around: ServerSurroundings) => Promise<NativeServer<unknown>>> = {
  postgres: nativePostgres,
  rabbitmq: nativeRabbitmq,
  objectStore: nativeSwift,
  clamav: nativeClamav,
};
const componentOf: Partial<Record<ServerName, Component>> = {
  rabbitmq: 'rabbitmq',
  objectStore: 'swift',
  clamav: 'clamav',
};
const allNames = Object.keys(makers) as ServerName[];

function requireKnownMachine(): void {
  if (process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64')) return;
  const what = `${process.platform}/${process.arch}`;
  throw new ServerProblem('architecture-not-supported', {
    ja: `この機械 (${what}) にはサーバーを用意できません。`,
    en: `There are no servers for this machine (${what}).`,
  });
}

async function stopServer(server: NativeServer<unknown>): Promise<void> {
  for (const process of [...server.processes].reverse()) await process.stop();
  await server.afterStop?.();
}

/** One server from nothing to answering; its log lines say how far it is. */
async function bringUp(
  name: ServerName,
  around: ServerSurroundings,
  packages: ComponentSource,
): Promise<NativeServer<unknown>> {
  const component = componentOf[name];
  if (component) await packages(component);
  const began = Date.now();
  const server = await makers[name](around);
  await requireFreePorts(server.ports);
  await server.prepare();
  around.log(`${name}: starting`);
  try {
    await server.start();
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  around.log(`${name}: ready in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return server;
}

type Fleet = Map<ServerName, NativeServer<unknown>>;

async function stopFleet(fleet: Fleet): Promise<void> {
  await Promise.all([...fleet.values()].map(stopServer));
}

async function bringUpAll(names: readonly ServerName[], around: ServerSurroundings): Promise<Fleet> {
  const fleet: Fleet = new Map();
  const components = names.flatMap((name) => componentOf[name] ?? []);
  const packages = provideComponents(around.packageFolder, components, around.log);
  const results = await Promise.allSettled(
    names.map(async (name) => fleet.set(name, await bringUp(name, around, packages))),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return fleet;
  await stopFleet(fleet);
  throw failed.reason;
}

async function endpointsOf(fleet: Fleet): Promise<ServerEndpoints> {
  const pairs = [...fleet].map(async ([name, server]) => [name, await server.endpoint()] as const);
  return Object.fromEntries(await Promise.all(pairs)) as unknown as ServerEndpoints;
}

function running(
  fleet: Fleet,
  endpoints: ServerEndpoints,
  around: ServerSurroundings,
  release: () => Promise<void>,
): RunningServers {
  const serverOf = (name: ServerName): NativeServer<unknown> => {
    const server = fleet.get(name);
    if (!server) throw new RangeError(`server ${name} was not started`);
    return server;
  };
  const restarting = new Map<ServerName, Promise<void>>();
  const again = async (name: ServerName): Promise<void> => {
    const server = serverOf(name);
    await stopServer(server);
    const began = Date.now();
    await server.start();
    around.log(`${name}: ready again in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  return {
    endpoints,
    get pids() {
      const living = [...fleet.values()].flatMap(({ processes }) => processes);
      return Object.fromEntries(living.flatMap(({ name, pid }) => (pid ? [[name, pid]] : [])));
    },
    stop: async () => {
      await Promise.allSettled(restarting.values());
      await stopFleet(fleet);
      await release();
      around.log('servers: stopped');
    },
    kill: async (name, signal = 'SIGKILL') => {
      const victims = serverOf(name).processes.filter((process) => process.name !== 'epmd');
      await Promise.all(victims.map((process) => process.kill(signal)));
    },
    restart: (name) => {
      const running = restarting.get(name) ?? again(name).finally(() => restarting.delete(name));
      restarting.set(name, running);
      return running;
    },
  };
}

/**
 * Starts private servers for one checkout, all at once, bound to 127.0.0.1; needs no root and installs nothing.
 * What an earlier run of the same state folder left behind is ended first. Throws `ServerProblem`.
 */
export async function startServers(options: StartOptions): Promise<RunningServers> {
  const { log = () => undefined, only = allNames } = options;
  requireKnownMachine();
  await mkdir(options.stateFolder, { recursive: true });
  const stateFolder = await realpath(options.stateFolder);
  await requireFreeSpace(stateFolder);
  const release = await holdStateFolder(stateFolder);
  try {
    await reapLeftovers(stateFolder, log);
    const around: ServerSurroundings = {
      stateFolder,
      packageFolder: resolve(options.packageFolder ?? join(stateFolder, 'packages')),
      ports: await allocatePorts(stateFolder),
      secrets: await keepSecrets(stateFolder),
      log,
      onDeath: (process, reason) => {
        log(`${process}: ended unasked (${reason})`);
        options.onDeath?.(roleOf(process), reason);
      },
    };
    const fleet = await bringUpAll(only, around);
    return running(fleet, await endpointsOf(fleet), around, release);
  } catch (error) {
    await release();
    throw error;
  }
}

function roleOf(process: string): ServerName {
  if (process === 'epmd') return 'rabbitmq';
  return process.startsWith('swift-') ? 'objectStore' : (process as ServerName);
}

/** Ends what still runs of a state folder and removes all its server data, also outside the checkout; keeps packages. */
export async function purgeServers(stateFolder: string): Promise<void> {
  const folder = await realpath(stateFolder).catch(() => undefined);
  if (folder === undefined) return;
  const release = await holdStateFolder(folder);
  try {
    await reapLeftovers(folder, () => undefined);
    const inside = ['postgres', 'rabbitmq', 'swift', 'clamav', 'log', 'run', 'secrets/servers.json'];
    const places = [
      ...inside.map((name) => join(folder, name)),
      openFolderFor(folder),
      memoryFolderFor(folder),
    ];
    await Promise.all(places.map((path) => rm(path, { recursive: true, force: true })));
    await forgetPorts(folder);
  } finally {
    await release();
  }
}
