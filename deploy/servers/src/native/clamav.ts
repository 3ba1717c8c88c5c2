import { chown, mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { answers } from '../answers.js';
import { ServerProblem } from '../server-problem.js';
import { folderHash } from '../state-folder.js';
import { holdsDatabase, renderClamdConfig, renderTestSignatures } from './clamav-config.js';
import { componentRoot, libraryFolder } from './debian-packages.js';
import type { NativeServer, ServerSurroundings } from './native-server.js';
import { isOpenToOthers, isRoot, nobody } from './private-folders.js';
import { PrivateProcess } from './private-process.js';

const tmpfsMagic = 0x01021994;

/** Where clamd unpacks what it looks at: in memory, ours alone. */
export function memoryFolderFor(stateFolder: string): string {
  return join('/dev/shm', `daiko-${folderHash(stateFolder)}`);
}

/** What reads strangers' archives shall not be root; it must then be able to reach its programs and signatures. */
async function chooseIdentity(...needed: string[]): Promise<typeof nobody | undefined> {
  if (!isRoot()) return undefined;
  const open = await Promise.all(needed.map(isOpenToOthers));
  return open.every(Boolean) ? nobody : undefined;
}

async function makeMemoryFolder(path: string, identity: typeof nobody | undefined): Promise<void> {
  const disk = await statfs('/dev/shm').catch(() => undefined);
  if (disk?.type !== tmpfsMagic) {
    throw new ServerProblem('memory-folder-missing', {
      ja: '/dev/shm がメモリー上にありません。',
      en: '/dev/shm is not in memory.',
    });
  }
  // An earlier run that was killed may have left clear text behind.
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { mode: 0o700 });
  if (identity) await chown(path, identity.uid, identity.gid);
}

/** The private clamd of a checkout; with the operator's databases when `<state>/clamav/db` has some. */
export async function nativeClamav(
  around: ServerSurroundings,
): Promise<NativeServer<{ host: string; port: number; signatures: 'official' | 'test-only' }>> {
  const { stateFolder, packageFolder, ports, onDeath } = around;
  const root = componentRoot(packageFolder, 'clamav');
  const folder = join(stateFolder, 'clamav');
  const memoryFolder = memoryFolderFor(stateFolder);
  const identity = await chooseIdentity(stateFolder, root);
  const config = join(folder, 'clamd.conf');
  const clamd = new PrivateProcess(
    {
      name: 'clamav',
      command: join(root, 'usr/sbin/clamd'),
      args: [`--config-file=${config}`],
      env: {
        PATH: '/usr/bin:/bin',
        LANG: 'C.UTF-8',
        LD_LIBRARY_PATH: libraryFolder(root),
        TMPDIR: memoryFolder,
      },
      trace: config,
      stopSignal: 'SIGTERM',
      stopDeadlineMs: 10_000,
      ...(identity ? { identity } : {}),
    },
    stateFolder,
    onDeath,
  );
  const isOfficial = async (): Promise<boolean> =>
    holdsDatabase(await readdir(join(folder, 'db')).catch(() => []));
  return {
    processes: [clamd],
    ports: { clamav: ports.clamav },
    prepare: async () => {
      const testFolder = join(folder, 'test-signatures');
      await Promise.all([testFolder, join(folder, 'db')].map((path) => mkdir(path, { recursive: true })));
      const files = Object.entries(renderTestSignatures());
      await Promise.all(files.map(([name, text]) => writeWhole(join(testFolder, name), text, 0o644)));
    },
    start: async () => {
      const official = await isOfficial();
      const databaseFolder = official ? join(folder, 'db') : join(folder, 'test-signatures');
      await writeWhole(
        config,
        renderClamdConfig({ port: ports.clamav, databaseFolder, memoryFolder }),
        0o644,
      );
      await makeMemoryFolder(memoryFolder, identity);
      if (!official) around.log('clamav: test signatures only (テスト用シグネチャのみ)');
      await clamd.start();
      await clamd.waitUntil(() => answers(ports.clamav), 180_000);
    },
    endpoint: async () => ({
      host: '127.0.0.1',
      port: ports.clamav,
      signatures: (await isOfficial()) ? 'official' : 'test-only',
    }),
    afterStop: () => rm(memoryFolder, { recursive: true, force: true }),
  };
}
