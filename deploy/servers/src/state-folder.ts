import { createHash } from 'node:crypto';
import { readFile, statfs } from 'node:fs/promises';
import { ServerProblem } from './server-problem.js';

/** Free disk space a start needs, bytes. */
const requiredFreeBytes = 1_500_000_000;

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

/** A short name for a state folder, the same every time. */
export function folderHash(stateFolder: string): string {
  return createHash('sha256').update(stateFolder).digest('hex').slice(0, 12);
}

/** The JSON in a file, or undefined when there is none (or none that can be read as JSON). */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
