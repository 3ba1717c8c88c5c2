import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  ACTIVE_SET_FILE,
  openSchemaSet,
  type SchemaSet,
  schemaSetLimits,
  type StoredSchemaSet,
} from '@daiko/exchange-format';
import { writeWhole } from '@daiko/whole-files';
import { stateFolder } from '../client/state-folder.js';

/** The services of a platform may run as another user. */
const readable = 0o644;

/** Where the imported schema sets of a platform lie; the services read the same. */
export function schemaFolderOf(state = stateFolder): string {
  return join(state, 'schemas');
}

/** The set in use by this checkout: the imported one, or our own. A cache that was damaged is written anew where it can be. */
export async function openActiveSet(folder: string): Promise<SchemaSet> {
  const { set, renewedCache } = openSchemaSet(storedReader(folder));
  if (renewedCache !== null) {
    // The tables are in memory already: a folder that cannot be written costs the next start the same compilation.
    await writeWhole(join(folder, renewedCache.path), renewedCache.text, readable).catch(() => undefined);
  }
  return set;
}

/** Reads below a folder, bounded; null for what is not there. */
function storedReader(folder: string): (path: string) => Uint8Array | null {
  return (path) => {
    try {
      const bytes = readFileSync(join(folder, path));
      return bytes.length > schemaSetLimits.bytes ? null : bytes;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  };
}

/** Writes an imported set and, last of all, that it is the one in use. */
export async function writeStoredSet(folder: string, stored: StoredSchemaSet): Promise<void> {
  const { set, files, cache, active } = stored;
  const making = join(folder, `${set.digest}.${randomUUID()}.partial`);
  try {
    for (const [path, bytes] of files) {
      const to = join(making, path.slice(set.digest.length + 1));
      await mkdir(dirname(to), { recursive: true, mode: 0o755 });
      await writeFile(to, bytes);
    }
    await rm(join(folder, set.digest), { recursive: true, force: true });
    await rename(making, join(folder, set.digest));
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  await writeWhole(join(folder, cache.path), cache.text, readable);
  await writeWhole(join(folder, `${set.digest}.set`), active.text, readable);
  await writeWhole(join(folder, active.path), active.text, readable);
}

/** Our own schemas again; what was imported stays. */
export async function useOwnSet(folder: string): Promise<void> {
  await rm(join(folder, ACTIVE_SET_FILE), { force: true });
}

/** Digests of all imported sets. */
export async function importedDigests(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => /^([0-9a-f]{64})\.set$/.exec(name)?.[1] ?? []).sort();
}

/** Makes an imported set the one in use. */
export async function useImportedSet(folder: string, digest: string): Promise<void> {
  await writeWhole(
    join(folder, ACTIVE_SET_FILE),
    await readFile(join(folder, `${digest}.set`), 'utf8'),
    readable,
  );
}

/** One imported set, whether in use or not. */
export function openImportedSet(folder: string, digest: string): SchemaSet {
  const read = storedReader(folder);
  return openSchemaSet((path) => read(path === ACTIVE_SET_FILE ? `${digest}.set` : path)).set;
}
