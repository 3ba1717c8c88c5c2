import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { allocatePorts, requireFreePorts } from '../ports.js';
import { reapLeftovers } from '../process-record.js';
import {
  type RunningServers,
  type ServerEndpoints,
  type ServerName,
  serverNames,
  type StartOptions,
} from '../running-servers.js';
import { ServerProblem } from '../server-problem.js';
import { keepSecrets } from '../server-secrets.js';
import { memoryFolderFor, nativeClamav } from './clamav.js';
import { type ComponentSource, provideComponents } from './debian-packages.js';
import type { NativeServer, ServerSurroundings } from './native-server.js';
import type { Component } from './package-closure.js';
import { nativePostgres } from './postgres.js';
import { openFolderFor } from './private-folders.js';
import { nativeRabbitmq } from './rabbitmq.js';
import { nativeSwift } from './swift.js';

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

function running(fleet: Fleet, endpoints: ServerEndpoints, around: ServerSurroundings): RunningServers {
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
    kind: 'native',
    endpoints,
    get pids() {
      const living = [...fleet.values()].flatMap(({ processes }) => processes);
      return Object.fromEntries(living.flatMap(({ name, pid }) => (pid ? [[name, pid]] : [])));
    },
    stop: async () => {
      await Promise.allSettled(restarting.values());
      await stopFleet(fleet);
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
 * Starts the servers as processes of this machine; needs no root and installs nothing. What an earlier run of the same
 * state folder left behind is ended first. The caller holds the state folder. Throws `ServerProblem`.
 */
export async function startNativeServers(options: StartOptions): Promise<RunningServers> {
  const { stateFolder, log = () => undefined, only = serverNames } = options;
  requireKnownMachine();
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
  return running(fleet, await endpointsOf(fleet), around);
}

function roleOf(process: string): ServerName {
  if (process === 'epmd') return 'rabbitmq';
  return process.startsWith('swift-') ? 'objectStore' : (process as ServerName);
}

/** Ends processes that an earlier run left behind. The caller holds the state folder. */
export async function endNativeLeftovers(stateFolder: string): Promise<void> {
  await reapLeftovers(stateFolder, () => undefined);
}

/** Ends what still runs and removes the data of native servers; keeps packages. The caller holds the state folder. */
export async function removeNativeServers(stateFolder: string): Promise<void> {
  await endNativeLeftovers(stateFolder);
  const inside = ['postgres', 'rabbitmq', 'swift', 'clamav', 'log', 'run', 'secrets/servers.json'];
  const places = [
    ...inside.map((name) => join(stateFolder, name)),
    openFolderFor(stateFolder),
    memoryFolderFor(stateFolder),
  ];
  await Promise.all(places.map((path) => rm(path, { recursive: true, force: true })));
}
