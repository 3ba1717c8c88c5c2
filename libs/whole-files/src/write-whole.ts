import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file in one step: whoever reads it meanwhile, or after a crash, finds the old one or the new one, never half of it. */
export function writeWhole(path: string, content: string, mode = 0o600): Promise<void> {
  return writeBeside(path, content, mode, (part) => rename(part, path));
}

/** The same for a name that is given once: false where it is taken, and what bears it stays. Of several at once one is true. */
export async function writeOnce(path: string, content: string, mode = 0o600): Promise<boolean> {
  try {
    await writeBeside(path, content, mode, (part) => link(part, path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The content is on the disk before the file gets its name. */
async function writeBeside(
  path: string,
  content: string,
  mode: number,
  giveName: (part: string) => Promise<void>,
): Promise<void> {
  const part = join(dirname(path), `${randomUUID()}.part`);
  try {
    await writeFile(part, content, { flag: 'wx', mode, flush: true });
    await giveName(part);
  } finally {
    await rm(part, { force: true });
  }
}
