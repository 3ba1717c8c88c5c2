import { recogniseSchemaSet } from './known-schema-sets.js';
import {
  compileSchemaSet,
  digestOfSchemaFiles,
  ownSchemaSet,
  type SchemaFiles,
  schemaKinds,
  type SchemaSet,
  schemaSetOf,
  type SetTables,
  sha256Of,
} from './schema-set.js';

/** Changes whenever the compiler would make other tables of the same files: older caches are then compiled anew. */
const COMPILER_FORM = 1;

/** Bytes of one schema file and of a set, and files of a set, at most. */
export const schemaSetLimits = { fileBytes: 4 * 1024 * 1024, bytes: 16 * 1024 * 1024, files: 64 } as const;

/** Name of the file that says which imported set is used. */
export const ACTIVE_SET_FILE = 'active.json';

/** The imported set is not what it was when it was imported, or cannot be read. */
export class SchemaSetDamaged extends Error {
  constructor(what: string) {
    super(
      `取り込んだ様式（XSD）が壊れています: ${what}。「daiko schemas import」で取り込み直してください。 / ` +
        `The imported schemas are damaged: ${what}. Import them again with "daiko schemas import".`,
    );
    this.name = 'SchemaSetDamaged';
  }
}

/** Reads a file below the folder of imported sets; null where there is none. */
export type ReadStored = (path: string) => Uint8Array | null;

/** What `daiko schemas import` writes: files by path below the folder of imported sets, the active one apart. */
export interface StoredSchemaSet {
  readonly set: SchemaSet;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Tables compiled from the files; can be made anew at any time. */
  readonly cache: { readonly path: string; readonly text: string };
  readonly active: { readonly path: string; readonly text: string };
}

/** Compiles a set for storing. @throws UnknownConstruct where the validator could not judge by it exactly. */
export function storeSchemaSet(files: SchemaFiles): StoredSchemaSet {
  const digest = digestOfSchemaFiles(files);
  const tables = compileSchemaSet(files);
  const paths = [...files.keys()].sort();
  return {
    set: schemaSetOf(prefixOf(files), files, tables),
    files: new Map(paths.map((path) => [`${digest}/${path}`, files.get(path)!])),
    cache: cacheOf(digest, tables),
    active: { path: ACTIVE_SET_FILE, text: `${JSON.stringify({ digest, files: paths })}\n` },
  };
}

/** A stored set as it is opened. */
export interface OpenedSchemaSet {
  readonly set: SchemaSet;
  /** Tables to be written, where the stored ones were missing, damaged or of an older compiler. */
  readonly renewedCache: { readonly path: string; readonly text: string } | null;
}

/**
 * The set in use: the imported one, or our own where none was imported. Its files must be those that were imported; tables that
 * are damaged or out of date are compiled anew.
 * @throws SchemaSetDamaged never a silent fall back to other schemas.
 */
export function openSchemaSet(read: ReadStored): OpenedSchemaSet {
  const active = read(ACTIVE_SET_FILE);
  if (active === null) return { set: ownSchemaSet(), renewedCache: null };
  return openStored(read, activeOf(active));
}

function openStored(read: ReadStored, active: { digest: string; files: string[] }): OpenedSchemaSet {
  const files = new Map<string, Uint8Array>();
  for (const path of active.files) {
    const bytes = read(`${active.digest}/${path}`);
    if (bytes === null) throw new SchemaSetDamaged(path);
    files.set(path, bytes);
  }
  if (digestOfSchemaFiles(files) !== active.digest) throw new SchemaSetDamaged(active.digest.slice(0, 12));
  const cached = tablesIn(read(`${active.digest}.json`), active.digest);
  const tables = cached ?? compileSchemaSet(files);
  return {
    set: schemaSetOf(prefixOf(files), files, tables),
    renewedCache: cached === null ? cacheOf(active.digest, tables) : null,
  };
}

function prefixOf(files: SchemaFiles): string {
  const recognition = recogniseSchemaSet(files);
  return recognition.isKnown ? recognition.set.name : 'unknown';
}

const safePath = /^(?:[\w-]+\/)?[\w.-]+\.xsd$/;

/** True for a path below a schema folder that may be stored: at most one folder, plain letters. */
export function isStorablePath(path: string): boolean {
  return safePath.test(path) && !path.includes('..');
}

function activeOf(bytes: Uint8Array): { digest: string; files: string[] } {
  const json = jsonOf(bytes);
  if (typeof json === 'object' && json !== null && 'digest' in json && 'files' in json) {
    const { digest, files } = json;
    const isDigest = typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest);
    if (isDigest && Array.isArray(files) && files.length <= schemaSetLimits.files) {
      const paths = files.map(String);
      if (paths.every(isStorablePath)) return { digest, files: paths };
    }
  }
  throw new SchemaSetDamaged(ACTIVE_SET_FILE);
}

function cacheOf(digest: string, tables: SetTables): { path: string; text: string } {
  const text = JSON.stringify(tables);
  const head = { form: COMPILER_FORM, digest, sha256: sha256Of(new TextEncoder().encode(text)) };
  return { path: `${digest}.json`, text: `${JSON.stringify({ ...head, tables })}\n` };
}

/** Tables of a cache; null where it is missing, damaged, of another set or of another compiler. */
function tablesIn(bytes: Uint8Array | null, digest: string): SetTables | null {
  const json = bytes === null ? null : jsonOf(bytes);
  if (typeof json !== 'object' || json === null) return null;
  const cache = json as { form?: unknown; digest?: unknown; sha256?: unknown; tables?: SetTables };
  if (cache.form !== COMPILER_FORM || cache.digest !== digest || cache.tables === undefined) return null;
  const text = JSON.stringify(cache.tables);
  if (cache.sha256 !== sha256Of(new TextEncoder().encode(text))) return null;
  return schemaKinds.every((kind) => cache.tables?.[kind] !== undefined) ? cache.tables : null;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
