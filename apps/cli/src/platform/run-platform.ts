import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureLocalCertificate } from '@daiko/access';
import { serviceNames } from '@daiko/contracts';
import {
  allocatePorts,
  type RunningServers,
  type ServerName,
  type ServersSetting,
  startServers,
} from '@daiko/servers';
import { connectObjectStore, ensureBucket, KeyRing } from '@daiko/payload-store';
import { provision } from '@daiko/persistence';
import { detoured, faultsOf, viaPort } from './fault-run.js';
import { heapLimits, steadyMemory } from './process-memory.js';
import { profiled } from './profiled.js';
import { keepSecret, openPlatformFolder, type PlatformFolder, secret } from './platform-folder.js';
import {
  migrationEnvironment,
  type PlatformAddresses,
  type PlatformSettings,
  serviceEnvironment,
  storeUrl,
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

/** Starts a server again that died, with back-off; the services reconnect by themselves. */
function reviver(
  servers: () => Promise<RunningServers>,
  isStopping: () => boolean,
  log: (line: string) => void,
  firstWaitMs: number,
): (server: ServerName, reason: string) => Promise<void> {
  const reviving = new Set<ServerName>();
  return async (server, reason) => {
    if (reviving.has(server)) return;
    reviving.add(server);
    for (let waitMs = firstWaitMs; !isStopping(); waitMs = Math.min(waitMs * 2, 15_000)) {
      log(
        `${server}: 終了しました（${reason}）。${waitMs} ms後に再起動します / ended, starts again in ${waitMs} ms`,
      );
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (isStopping()) break;
      const revived = await servers()
        .then((running) => running.restart(server))
        .then(() => true)
        .catch(() => false);
      if (revived) break;
    }
    reviving.delete(server);
  };
}

function addressesOf(
  servers: RunningServers,
  ports: Awaited<ReturnType<typeof allocatePorts>>,
): PlatformAddresses {
  const { postgres, objectStore, clamav } = servers.endpoints;
  return { postgres, objectStore, clamav, services: ports.services, frontDoor: ports.frontDoor };
}

/** Only what a Node process needs of the surroundings; everything else is stated by us. */
function systemEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, TZ: 'Asia/Tokyo', NODE_ENV: 'production', ...steadyMemory };
}

function frontDoorEnvironment(
  at: PlatformAddresses,
  certificate: { certFile: string; keyFile: string },
  settings: PlatformSettings,
): Record<string, string> {
  return {
    DAIKO_FRONT_DOOR_PORT: String(at.frontDoor),
    DAIKO_FRONT_DOOR_CERTIFICATE_FILE: certificate.certFile,
    DAIKO_FRONT_DOOR_KEY_FILE: certificate.keyFile,
    DAIKO_FRONT_DOOR_TARGETS: JSON.stringify(at.services),
    DAIKO_LOG_LEVEL: settings.logLevel,
  };
}

/** Makes what is secret, provisions roles and bucket, and answers the operator's key. */
async function prepareSecrets(
  folder: PlatformFolder,
  servers: RunningServers,
  settings: PlatformSettings,
): Promise<string> {
  const { postgres, rabbitmq, objectStore } = servers.endpoints;
  await keepSecret(folder, 'broker-url', rabbitmq.url);
  await keepSecret(folder, 'object-store-access-key', objectStore.accessKey);
  await keepSecret(folder, 'object-store-secret-key', objectStore.secretKey);
  await secret(folder, 'person-digest-key', () => randomBytes(32).toString('hex'));
  const services = [];
  for (const name of serviceNames) {
    const password = await secret(folder, `database-${name}`);
    services.push({ name, password, ownerPassword: await secret(folder, `database-${name}-owner`) });
  }
  const { host, port, superuser: user, password } = postgres;
  await provision({ host, port, user, password }, { database: settings.database, services });
  const client = connectObjectStore({ ...objectStore, endpoint: storeUrl(objectStore) });
  await ensureBucket(client, settings.bucket, objectStore.region);
  await ensurePlatformKeys(folder, new Date());
  return operatorKeyOf(folder);
}

/** Keys of this month and the next, so that intake, which cannot make any, never lacks one at midnight. */
async function ensurePlatformKeys(folder: PlatformFolder, now: Date): Promise<void> {
  const ring = new KeyRing({ publicFolder: folder.keysPublic, privateFolder: folder.keysPrivate });
  for (const retention of ['transit', 'report', 'tax-book'] as const) {
    await ring.ensureUpcomingKeys(['platform'], retention, now);
  }
}

async function operatorKeyOf(folder: PlatformFolder): Promise<string> {
  const credentialId = await secret(
    folder,
    'operator-credential-id',
    () => `op${randomBytes(6).toString('hex')}`,
  );
  const text = await secret(folder, 'operator-secret');
  const verifier = createHash('sha256').update(text).digest('hex');
  await secret(folder, 'operator-verifier.json', () => JSON.stringify({ credentialId, verifier }));
  return `dk_${credentialId}_${text}`;
}

/** Migrates every service with its owner role; skipped where no migration file has changed since the last time. */
async function migrateServices(
  checkout: string,
  folder: PlatformFolder,
  addresses: PlatformAddresses,
  settings: PlatformSettings,
  log: (line: string) => void,
): Promise<void> {
  const digest = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob(['libs/*/dist/migrations/*.sql', 'apps/*/dist/migrations/*.sql'], {
    cwd: checkout,
  })) {
    files.push(file);
  }
  for (const file of files.sort()) digest.update(file).update(await readFile(join(checkout, file)));
  const state = digest.digest('hex');
  const marker = join(folder.run, 'migrated');
  if ((await readFile(marker, 'utf8').catch(() => '')) === state) return;
  const begun = Date.now();
  await Promise.all(
    serviceNames.map((name) =>
      runOnce(process.execPath, [join(checkout, 'dist/service.mjs'), '--service', name, '--migrate'], {
        ...systemEnvironment(),
        ...serviceEnvironment(name, folder, addresses, settings),
        ...migrationEnvironment(name, folder),
      }),
    ),
  );
  await writeFile(marker, state);
  log(`database: 更新しました / migrated (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

function runOnce(command: string, args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (part: Buffer) => {
      if (errors.length < 4000) errors += part.toString('utf8');
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.slice(-3).join(' ')}: ${errors.trim()}`));
    });
  });
}
