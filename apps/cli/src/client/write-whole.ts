import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file in one step: whoever reads it meanwhile, or after a crash, finds the old one or the new one, never half of it. */
export async function writeWhole(path: string, text: string, mode = 0o644): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    await writeFile(partial, text, { mode });
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
