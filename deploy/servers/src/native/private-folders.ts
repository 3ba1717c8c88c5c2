import { chmod, chown, lstat, mkdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ServerProblem } from '../server-problem.js';
import { folderHash } from '../state-folder.js';

/** The uid and gid of nobody, which PostgreSQL and clamd run as when we are root. */
export const nobody = { uid: 65534, gid: 65534 } as const;

/** True when this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** True when every folder up to `path` lets other users pass. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  for (let at = await realpath(path); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
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
