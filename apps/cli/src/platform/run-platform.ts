import { join } from 'node:path';
import { ensureLocalCertificate } from '@daiko/access/local-certificate';
import { allocatePorts, type RunningServers, type ServersSetting, startServers } from '@daiko/servers';
import { detoured, faultsOf, viaPort } from './fault-run.js';
import { migrateServices } from './migrate-services.js';
import { keepSecret, openPlatformFolder, type PlatformFolder } from './platform-folder.js';
import { prepareSecrets } from './prepare-secrets.js';
import { heapLimits } from './process-memory.js';
import { profiled } from './profiled.js';
import { reviver } from './revive-servers.js';
import {
  frontDoorEnvironment,
  type PlatformAddresses,
  type PlatformSettings,
  serviceEnvironment,
  systemEnvironment,
} from './service-environment.js';
import { Supervisor } from './supervisor.js';
import { serviceProcesses, type Workers } from './workers.js';

/** A platform that runs: its addresses, and how to stop it. */
export interface RunningPlatform {
  folder: PlatformFolder;
  origin: string;
  caFile: string;
  operatorKey: string;
  settings: PlatformSettings;
  addresses: PlatformAddresses;
  servers: RunningServers;
  supervisor: Supervisor;
  stop(): Promise<void>;
}

export interface RunOptions {
  checkout: string;
  stateFolder: string;
  servers: ServersSetting;
  log: (line: string) => void;
  settings: PlatformSettings;
  /** Processes of each service. */
  workers?: Workers;
}

/** Starts the servers, prepares databases, keys and certificate, migrates, and starts every service and the front door. */
export async function runPlatform(options: RunOptions): Promise<RunningPlatform> {
  const { log, settings, checkout } = options;
  const folder = await openPlatformFolder(options.stateFolder);
  const faults = await faultsOf(process.env.DAIKO_CRASH_POINTS);
  const supervisor = new Supervisor(folder, log, faults.backOffMs);
  let isStopping = false;
  const revive = reviver(
    () => starting,
    () => isStopping,
    log,
    faults.serverBackOffMs,
  );
  const starting = startServers({
    stateFolder: options.stateFolder,
    servers: options.servers,
    composeFile: join(checkout, 'docker-compose.yml'),
    packageFolder: join(checkout, '.daiko/packages'),
    log,
    onDeath: (server, reason) => void revive(server, reason),
  });
  const servers = await starting.catch((fault: unknown) => {
    isStopping = true;
    throw fault;
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await supervisor.stop();
    await servers.stop();
  };
  try {
    const ports = await allocatePorts(options.stateFolder);
    const addresses = detoured(addressesOf(servers, ports), faults);
    const operatorKey = await prepareSecrets(folder, servers, settings);
    if (faults.detours.rabbitmq !== undefined) {
      await keepSecret(
        folder,
        'broker-url',
        viaPort(servers.endpoints.rabbitmq.url, faults.detours.rabbitmq),
      );
    }
    const certificate = await ensureLocalCertificate(folder.tls, {
      hostnames: ['localhost', '127.0.0.1'],
      now: new Date(),
    });
    await migrateServices(checkout, folder, addresses, settings, log);
    const entry = join(checkout, 'dist/service.mjs');
    for (const { name, service, port } of serviceProcesses(options.workers ?? {}, ports)) {
      await supervisor.start({
        name,
        command: process.execPath,
        args: [...heapLimits(service), ...profiled(name), entry, '--service', service, '--with-parent'],
        environment: {
          ...systemEnvironment(),
          ...serviceEnvironment(service, folder, addresses, settings),
          DAIKO_HTTP_PORT: String(port),
          ...faults.environmentOf(service),
        },
        readyUrl: `http://127.0.0.1:${port}/health/ready`,
      });
    }
    await supervisor.start({
      name: 'front-door',
      command: process.execPath,
      args: [
        ...heapLimits('front-door'),
        ...profiled('front-door'),
        entry,
        '--service',
        'console',
        '--with-parent',
      ],
      environment: { ...systemEnvironment(), ...frontDoorEnvironment(addresses, certificate, settings) },
      readyUrl: `https://127.0.0.1:${addresses.frontDoor}/health/live`,
    });
    await supervisor.ready(60_000);
    log('services: すべて稼働しています / all ready');
    const origin = `https://localhost:${addresses.frontDoor}`;
    return {
      folder,
      origin,
      caFile: certificate.caFile,
      operatorKey,
      settings,
      addresses,
      servers,
      supervisor,
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function addressesOf(
  servers: RunningServers,
  ports: Awaited<ReturnType<typeof allocatePorts>>,
): PlatformAddresses {
  const { postgres, objectStore, clamav } = servers.endpoints;
  return { postgres, objectStore, clamav, services: ports.services, frontDoor: ports.frontDoor };
}
