import { createHash, randomInt } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  open,
  readFile,
  realpath,
  rm,
  stat,
  statfs,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { ServerProblem } from './server-problem.js';

/** The uid and gid of nobody, which PostgreSQL and clamd run as when we are root. */
export const nobody = { uid: 65534, gid: 65534 } as const;

/** True when this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Free disk space a start needs, bytes. */
export const requiredFreeBytes = 1_500_000_000;

/** Throws `disk-full` when the disk of `folder` has less than `requiredFreeBytes` free. */
export async function requireFreeSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= requiredFreeBytes) return;
  const megabytes = Math.floor(free / 1_000_000);
  throw new ServerProblem('disk-full', {
    ja: `${folder} の空き容量が足りません (${megabytes} MB)。`,
    en: `Not enough free space at ${folder} (${megabytes} MB).`,
  });
}

/** True when every folder up to `path` lets other users pass. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  for (let at = await realpath(path); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** A short name for a state folder, the same every time. */
export function folderHash(stateFolder: string): string {
  return createHash('sha256').update(stateFolder).digest('hex').slice(0, 12);
}

/** Where data goes that nobody must reach while the checkout is closed to other users. */
export function openFolderFor(stateFolder: string): string {
  return join('/var/tmp', `daiko-${folderHash(stateFolder)}`);
}

/** Creates a folder of ours in a place where others may write too; refuses what somebody else put there. */
export async function makeOwnFolder(path: string, mode: number): Promise<void> {
  await mkdir(path, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new ServerProblem('server-failed', {
      ja: `${path} は他の利用者のものです。`,
      en: `${path} belongs to somebody else.`,
    });
  }
  await chmod(path, mode);
}

/** A path to `target` without blanks and other letters that shell scripts of others stumble over: itself or a link. */
export async function plainPathTo(target: string, stateFolder: string, name: string): Promise<string> {
  if (/^[\w./+-]+$/.test(target)) return target;
  const folder = openFolderFor(stateFolder);
  await makeOwnFolder(folder, 0o755);
  const link = join(folder, name);
  await rm(link, { force: true });
  await symlink(target, link);
  return link;
}

/** Makes a folder that only its owner can open; when we are root the owner is nobody. */
export async function makeServantFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (isRoot()) await chown(path, nobody.uid, nobody.gid);
}

/** The JSON in a file, or undefined when there is none (or none that can be read as JSON). */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Passwords of the private servers, random per state folder, kept in `<state>/secrets` (0600). */
export interface ServerSecrets {
  postgres: string;
  rabbitmq: string;
  objectStore: string;
  swiftHashSuffix: string;
  erlangCookie: string;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + randomInt(26))).join('');
}

/** Reads the passwords, or makes them on the first start. */
export async function keepSecrets(stateFolder: string): Promise<ServerSecrets> {
  const folder = join(stateFolder, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'servers.json');
  const kept = (await readJson(path)) as Partial<ServerSecrets> | undefined;
  const secrets: ServerSecrets = {
    postgres: kept?.postgres ?? randomLetters(32),
    rabbitmq: kept?.rabbitmq ?? randomLetters(32),
    objectStore: kept?.objectStore ?? randomLetters(40),
    swiftHashSuffix: kept?.swiftHashSuffix ?? randomLetters(32),
    erlangCookie: kept?.erlangCookie ?? randomLetters(32),
  };
  await writeWhole(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Runs `work` while holding a lock file that names its owner; waits for a living owner, takes over from a dead one. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await releaseIfOwnerDied(path);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function releaseIfOwnerDied(path: string): Promise<void> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
  const died = owner > 0 ? !(await stat(`/proc/${owner}`).catch(() => undefined)) : age > 10_000;
  if (died) await rm(path, { force: true });
}
