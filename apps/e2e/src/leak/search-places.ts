import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { join, relative } from 'node:path';
import type { Client } from 'minio';
import { connectObjectStore } from '@daiko/payload-store';
import type { Database } from '@daiko/persistence';
import type { Leak, ValueFinder } from './value-finder.js';

/** What a search went through, so that an empty one cannot pass for a clean one. */
export interface Search {
  leaks: Leak[];
  places: number;
  bytes: number;
}

const rowsAtOnce = 2000;
const pieceBytes = 4 * 1024 * 1024;
/** Longer than any value that is looked for. */
const overlapBytes = 512;

function emptySearch(): Search {
  return { leaks: [], places: 0, bytes: 0 };
}

function look(search: Search, finder: ValueFinder, place: string, hay: Buffer): void {
  search.leaks.push(...finder.leaksIn(place, hay));
  search.places += 1;
  search.bytes += hay.length;
}

/** Every column of every row of every table that is ours, as text; the marks among them hold every message ever sent. */
export async function searchDatabase(db: Database, finder: ValueFinder): Promise<Search> {
  const search = emptySearch();
  const tables = await db.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
  );
  for (const { schema, name } of tables) {
    for (let offset = 0; ; offset += rowsAtOnce) {
      const rows = await db.query<{ text: string }>(
        `SELECT to_jsonb(each)::text AS text FROM "${schema}"."${name}" AS each ORDER BY ctid LIMIT $1 OFFSET $2`,
        [rowsAtOnce, offset],
      );
      const hay = Buffer.from(rows.map(({ text }) => text).join('\n'), 'utf8');
      look(search, finder, `table ${schema}.${name}`, hay);
      if (rows.length < rowsAtOnce) break;
    }
  }
  return search;
}

/** What each service tells a collector of metrics. */
export async function searchMetrics(ports: Record<string, number>, finder: ValueFinder): Promise<Search> {
  const search = emptySearch();
  for (const [service, port] of Object.entries(ports)) {
    const text = await new Promise<Buffer>((resolve, reject) => {
      get(`http://127.0.0.1:${port}/metrics`, (answer) => buffer(answer).then(resolve, reject)).on(
        'error',
        reject,
      );
    });
    look(search, finder, `metrics of ${service}`, text);
  }
  return search;
}

/** Names and bytes of all objects, as the store gives them to whoever holds its keys. */
export async function searchObjects(
  store: { port: number; secretKey: string; accessKey: string; region: string; bucket: string },
  finder: ValueFinder,
): Promise<Search> {
  const search = emptySearch();
  const client: Client = connectObjectStore({
    endpoint: `http://127.0.0.1:${store.port}`,
    region: store.region,
    accessKey: store.accessKey,
    secretKey: store.secretKey,
  });
  for await (const item of client.listObjectsV2(store.bucket, '', true)) {
    const { name } = item as { name: string };
    look(search, finder, `object ${name}`, Buffer.from(name, 'utf8'));
    look(search, finder, `object ${name}`, await buffer(await client.getObject(store.bucket, name)));
  }
  return search;
}

/**
 * Names and raw bytes of all files under a folder: logs, and whatever database, broker and store have on disk. `without` names the
 * folders on the partners' side; `isWanted` narrows the files, by their path.
 */
export async function searchFiles(
  root: string,
  without: readonly string[],
  finder: ValueFinder,
  isWanted: (path: string) => boolean = () => true,
): Promise<Search> {
  const search = emptySearch();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const place = relative(root, path);
      if (without.includes(place)) continue;
      look(search, finder, `name of ${place}`, Buffer.from(entry.name, 'utf8'));
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() && isWanted(path)) searchFile(path, place, search, finder);
    }
  };
  await walk(root);
  return search;
}

/** Synchronous, because a thousand small files are read ten times as quickly. */
function searchFile(path: string, place: string, search: Search, finder: ValueFinder): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (fault) {
    // A live server removes files while we read.
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fault;
  }
  try {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, fstatSync(file).size + 1));
    for (let offset = 0; ;) {
      const bytes = readSync(file, piece, 0, piece.length, offset);
      look(search, finder, place, piece.subarray(0, bytes));
      if (bytes < piece.length) break;
      offset += piece.length - overlapBytes;
    }
  } finally {
    closeSync(file);
  }
}

export async function objectStoreSecret(
  stateFolder: string,
): Promise<{ secretKey: string; accessKey: string }> {
  const read = (name: string) => readFile(join(stateFolder, 'secrets', name), 'utf8');
  return {
    secretKey: await read('object-store-secret-key'),
    accessKey: await read('object-store-access-key'),
  };
}
