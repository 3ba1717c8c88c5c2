import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { answers } from '../answers.js';
import { componentRoot, libraryFolder } from './debian-packages.js';
import type { NativeServer, ServerSurroundings } from './native-server.js';
import { plainPathTo } from './private-folders.js';
import { PrivateProcess } from './private-process.js';
import {
  enabledPlugins,
  rabbitmqEnvironment,
  rabbitmqUser,
  renderRabbitmqConfig,
} from './rabbitmq-config.js';

async function onlyMatch(folder: string, start: string): Promise<string> {
  const found = (await readdir(folder)).find((name) => name.startsWith(start));
  if (found === undefined) throw new Error(`no ${start}* in ${folder}`);
  return join(folder, found);
}

/** The private RabbitMQ of a checkout, with an epmd of its own. */
export async function nativeRabbitmq(
  around: ServerSurroundings,
): Promise<NativeServer<{ url: string; managementUrl: string; user: string; password: string }>> {
  const { stateFolder, packageFolder, ports, secrets, onDeath } = around;
  const root = await plainPathTo(componentRoot(packageFolder, 'rabbitmq'), stateFolder, 'rabbitmq-packages');
  const data = await plainPathTo(join(stateFolder, 'rabbitmq'), stateFolder, 'rabbitmq-data');
  const env = rabbitmqEnvironment(root, libraryFolder(root), data, ports);
  const runtime = await onlyMatch(join(root, 'usr/lib/erlang'), 'erts-');
  const server = await onlyMatch(join(root, 'usr/lib/rabbitmq/lib'), 'rabbitmq_server-');
  const shared = { env, trace: root, stopSignal: 'SIGTERM' as const };
  const epmd = new PrivateProcess(
    {
      ...shared,
      name: 'epmd',
      command: join(runtime, 'bin/epmd'),
      args: ['-address', '127.0.0.1', '-port', String(ports.epmd)],
      stopDeadlineMs: 3_000,
    },
    stateFolder,
    onDeath,
  );
  const broker = new PrivateProcess(
    {
      ...shared,
      name: 'rabbitmq',
      command: join(server, 'sbin/rabbitmq-server'),
      args: [],
      stopDeadlineMs: 30_000,
    },
    stateFolder,
    onDeath,
  );
  return {
    processes: [epmd, broker],
    ports: {
      epmd: ports.epmd,
      rabbitmq: ports.rabbitmq,
      rabbitmqDistribution: ports.rabbitmqDistribution,
      rabbitmqManagement: ports.rabbitmqManagement,
      rabbitmqPrometheus: ports.rabbitmqPrometheus,
    },
    prepare: () =>
      writeFolders(
        join(stateFolder, 'rabbitmq'),
        data,
        renderRabbitmqConfig(ports, secrets.rabbitmq),
        secrets.erlangCookie,
      ),
    start: async () => {
      if (!epmd.pid) await epmd.start();
      await epmd.waitUntil(() => answers(ports.epmd), 10_000);
      await broker.start();
      const open = async (): Promise<boolean> =>
        (await answers(ports.rabbitmq)) && (await answers(ports.rabbitmqManagement));
      await broker.waitUntil(open, 90_000);
    },
    endpoint: async () => ({
      url: `amqp://${rabbitmqUser}:${secrets.rabbitmq}@127.0.0.1:${ports.rabbitmq}`,
      managementUrl: `http://127.0.0.1:${ports.rabbitmqManagement}`,
      user: rabbitmqUser,
      password: secrets.rabbitmq,
    }),
  };
}

async function writeFolders(folder: string, data: string, config: string, cookie: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(join(data, 'home'), { recursive: true, mode: 0o700 });
  await mkdir(join(data, 'log'), { recursive: true, mode: 0o700 });
  await writeWhole(join(data, 'rabbitmq.conf'), config);
  await writeWhole(join(data, 'enabled_plugins'), enabledPlugins);
  const cookiePath = join(data, 'home/.erlang.cookie');
  await rm(cookiePath, { force: true });
  await writeWhole(cookiePath, cookie);
  await chmod(cookiePath, 0o400);
}
