import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

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
