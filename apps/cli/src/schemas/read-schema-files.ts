import { opendir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DEFAULT_ARCHIVE_LIMITS,
  isStorablePath,
  listEntries,
  readEntry,
  type SchemaFiles,
  schemaFileOf,
  schemaSetLimits,
} from '@daiko/exchange-format';
import { FileSource } from '../check/file-source.js';
import { UsageProblem } from '../client/connection.js';

/** File by which the folder of a set is found, wherever it lies. */
const landmark = schemaFileOf('hc08');
/** Names looked at in a folder or ZIP, at most. */
const NAMES_MAX = 5_000;
const DEPTH_MAX = 6;

/** Reads the schema files (.xsd) of a set out of a folder or a ZIP; a UsageProblem where there is no such set. */
export async function readSchemaFiles(from: string): Promise<SchemaFiles> {
  const isFolder = await stat(from).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new UsageProblem(
        `「${from}」を読めません（${reason}）。`,
        `"${from}" cannot be read (${reason}).`,
      );
    },
  );
  const found = isFolder ? await readFolder(from) : await readZip(from);
  const [root] = [...found.keys()]
    .filter((path) => path === landmark || path.endsWith(`/${landmark}`))
    .map((path) => path.slice(0, -landmark.length))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (root === undefined) {
    throw new UsageProblem(
      `「${from}」に様式（${landmark}）がありません。`,
      `"${from}" holds no schemas (${landmark}).`,
    );
  }
  const files = new Map<string, Uint8Array>();
  for (const [path, read] of found) {
    const inner = path.startsWith(root) ? path.slice(root.length) : '';
    if (isStorablePath(inner)) files.set(inner, await read());
    if (files.size > schemaSetLimits.files) throw tooLarge(from);
  }
  return files;
}

type Found = Map<string, () => Promise<Uint8Array>>;

async function readFolder(folder: string): Promise<Found> {
  const found: Found = new Map();
  let seen = 0;
  let bytes = 0;
  const waiting: [path: string, depth: number][] = [['', 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, depth] = next;
    for await (const entry of await opendir(join(folder, path))) {
      if (++seen > NAMES_MAX) throw tooLarge(folder);
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && depth < DEPTH_MAX) waiting.push([inner, depth + 1]);
      if (!entry.isFile() || !inner.endsWith('.xsd')) continue;
      found.set(inner, async () => {
        const file = join(folder, inner);
        const { size } = await stat(file);
        bytes += size;
        if (size > schemaSetLimits.fileBytes || bytes > schemaSetLimits.bytes) throw tooLarge(folder);
        return readFile(file);
      });
    }
  }
  return found;
}

async function readZip(path: string): Promise<Found> {
  const limits = {
    ...DEFAULT_ARCHIVE_LIMITS,
    expandedBytes: schemaSetLimits.bytes,
    entryBytes: schemaSetLimits.fileBytes,
    entries: NAMES_MAX,
    directoryBytes: 2 * 1024 * 1024,
    depth: DEPTH_MAX,
  };
  const source = await FileSource.open(path);
  try {
    const listed = await listEntries(source, limits, (name) => name.endsWith('.xsd'));
    if (!listed.ok) throw unreadableZip(path, listed.defects[0]?.code ?? '');
    const found: Found = new Map();
    for (const entry of listed.entries) {
      const answer = await readEntry(source, entry, limits);
      if (!answer.ok) throw unreadableZip(path, answer.defect.code);
      if (found.has(entry.path)) throw unreadableZip(path, 'duplicate');
      found.set(entry.path, async () => answer.bytes);
    }
    return found;
  } finally {
    await source.close();
  }
}

function unreadableZip(path: string, reason: string): UsageProblem {
  return new UsageProblem(
    `「${path}」をZIPとして読めません（${reason}）。`,
    `"${path}" is no ZIP that can be read (${reason}).`,
  );
}

function tooLarge(from: string): UsageProblem {
  return new UsageProblem(
    `「${from}」は様式一式としては大きすぎます。`,
    `"${from}" is too large for a set of schemas.`,
  );
}
