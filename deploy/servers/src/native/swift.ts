import { execFile } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWhole } from '@daiko/whole-files';
import { answers, answersHttp } from '../answers.js';
import type { ObjectStoreEndpoint } from '../running-servers.js';
import { ServerProblem } from '../server-problem.js';
import { readJson } from '../state-folder.js';
import { componentRoot, libraryFolder } from './debian-packages.js';
import type { NativeServer, ServerSurroundings } from './native-server.js';
import { PrivateProcess } from './private-process.js';
import { objectStoreAccount, renderSwiftConfig, ringScript, type SwiftPlan } from './swift-config.js';

const run = promisify(execFile);
/** Only Debian's own interpreter sees Debian's modules; another python3 earlier in PATH does not. */
const interpreter = '/usr/bin/python3';

function pythonMissing(reason: string, cause?: unknown): ServerProblem {
  return new ServerProblem(
    'python-missing',
    { ja: `${interpreter} が使えません (${reason})。`, en: `${interpreter} cannot be used (${reason}).` },
    { cause },
  );
}

async function requireInterpreter(): Promise<void> {
  const real = await realpath(interpreter).catch(() => '');
  if (!/^\/usr\/bin\/python3\.\d+$/.test(real)) throw pythonMissing(real === '' ? 'ENOENT' : real);
}

/** Rings name ports: they are written again only when these change. */
async function writeRings(plan: SwiftPlan, env: NodeJS.ProcessEnv): Promise<void> {
  const { swiftAccount, swiftContainer, swiftObject } = plan.ports;
  const wanted = [swiftAccount, swiftContainer, swiftObject].map(String);
  const notePath = join(plan.folder, 'rings.json');
  if (JSON.stringify(await readJson(notePath)) === JSON.stringify(wanted)) return;
  try {
    const words = ['-c', ringScript, plan.folder, plan.devices, ...wanted];
    await run(interpreter, words, { env, timeout: 60_000 });
  } catch (cause) {
    const { code, stderr } = cause as { code?: number; stderr?: string };
    if (code === 4) throw pythonMissing(stderr?.trim() ?? '', cause);
    if (code === 3) {
      throw new ServerProblem('file-system-not-suitable', {
        ja: `${plan.devices} のファイルシステムは拡張属性を保存できません。`,
        en: `The file system of ${plan.devices} keeps no extended attributes.`,
      });
    }
    throw cause;
  }
  await writeWhole(notePath, JSON.stringify(wanted));
}

function swiftProcess(
  role: 'account' | 'container' | 'object' | 'proxy',
  root: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  { stateFolder, onDeath }: ServerSurroundings,
): PrivateProcess {
  const program = join(root, `usr/bin/swift-${role}-server`);
  const config = join(folder, `${role}-server.conf`);
  const plan = {
    name: `swift-${role}`,
    command: interpreter,
    args: [join(folder, 'launch.py'), folder, program, config, '-v'],
    env,
    trace: folder,
    stopSignal: 'SIGTERM' as const,
    stopDeadlineMs: 5_000,
  };
  return new PrivateProcess(plan, stateFolder, onDeath);
}

/** The private S3 server of a checkout: OpenStack Swift with s3api, four processes. */
export async function nativeSwift(around: ServerSurroundings): Promise<NativeServer<ObjectStoreEndpoint>> {
  const { stateFolder, packageFolder, ports, secrets } = around;
  await requireInterpreter();
  const root = componentRoot(packageFolder, 'swift');
  const folder = join(stateFolder, 'swift/config');
  const devices = join(stateFolder, 'swift/devices');
  const env: NodeJS.ProcessEnv = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    HOME: join(stateFolder, 'swift'),
    PYTHONPATH: join(root, 'usr/lib/python3/dist-packages'),
    PYTHONDONTWRITEBYTECODE: '',
    LD_LIBRARY_PATH: libraryFolder(root),
  };
  const plan: SwiftPlan = {
    folder,
    devices,
    ports,
    secretKey: secrets.objectStore,
    hashSuffix: secrets.swiftHashSuffix,
  };
  const roles = ['account', 'container', 'object', 'proxy'] as const;
  const processes = roles.map((role) => swiftProcess(role, root, folder, env, around));
  const { swiftProxy, swiftAccount, swiftContainer, swiftObject } = ports;
  const portOf = [swiftAccount, swiftContainer, swiftObject, swiftProxy];
  const isReady = (index: number): Promise<boolean> =>
    index === 3 ? answersHttp(`http://127.0.0.1:${swiftProxy}/healthcheck`) : answers(portOf[index]!);
  return {
    processes,
    ports: { swiftProxy, swiftAccount, swiftContainer, swiftObject },
    prepare: async () => {
      await Promise.all(
        [join(devices, 'd1'), folder].map((path) => mkdir(path, { recursive: true, mode: 0o700 })),
      );
      const files = Object.entries(renderSwiftConfig(plan));
      await Promise.all(files.map(([name, text]) => writeWhole(join(folder, name), text)));
      await writeRings(plan, env);
    },
    start: async () => {
      await Promise.all(processes.map((process) => (process.pid ? undefined : process.start())));
      await Promise.all(processes.map((process, index) => process.waitUntil(() => isReady(index), 60_000)));
    },
    endpoint: async () => ({
      endPoint: '127.0.0.1',
      port: swiftProxy,
      useSSL: false,
      secretKey: secrets.objectStore,
      ...objectStoreAccount,
    }),
  };
}
