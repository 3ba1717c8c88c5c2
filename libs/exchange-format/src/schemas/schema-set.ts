import { createHash } from 'node:crypto';
import type { DocumentKind } from '../documents/detect-document.js';
import { compileSchema } from './compile-schema.js';
import { ownSchema, ownSchemaFiles } from './own-schemas.js';
import { type PreparedSchema, prepareSchema } from './prepare-schema.js';
import { readSchemaSet } from './read-schema-set.js';
import type { SchemaTables } from './schema-tables.js';

/** The six schemas by which documents are judged (様式一式), as tables and as the files they were compiled from. */
export interface SchemaSet {
  /** Names the set in reports: where it is from, and the beginning of its digest. */
  readonly id: string;
  /** SHA-256 over paths and contents, hexadecimal. */
  readonly digest: string;
  /** The schema of a kind of file, ready for the validator. */
  schemaOf(kind: DocumentKind): PreparedSchema;
  /** The files as an archive carries them: path under the root folder (`XSD/…`) and content. */
  files(): { path: string; bytes: Uint8Array }[];
}

/** Contents of a schema set by path below its folder: `hc08_V08.xsd`, `coreschemas/voc_hcgv08.xsd`. */
export type SchemaFiles = ReadonlyMap<string, Uint8Array>;
/** Compiled tables by kind of file. */
export type SetTables = Readonly<Record<DocumentKind, SchemaTables>>;

/** Kinds of file that have a schema. */
export const schemaKinds = [
  'ix08',
  'su08',
  'cc08',
  'gc08',
  'hc08',
  'hg08',
] as const satisfies readonly DocumentKind[];

/** File with the schema of a kind. */
export function schemaFileOf(kind: DocumentKind): string {
  return `${kind}_V08.xsd`;
}

/** Digest of a set: SHA-256 over its paths and the digests of its files, in the order of the paths. */
export function digestOfSchemaFiles(files: SchemaFiles): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\n${sha256Of(bytes)}\n`);
  }
  return hash.digest('hex');
}

/** SHA-256 of one file, hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Compiles the six schemas of a set.
 * @throws UnknownConstruct where a file is missing or holds what the validator would not judge exactly.
 */
export function compileSchemaSet(files: SchemaFiles): SetTables {
  const tables = schemaKinds.map(
    (kind) => [kind, compileSchema(readSchemaSet(files, schemaFileOf(kind))).tables] as const,
  );
  return Object.fromEntries(tables) as unknown as SetTables;
}

/** A set out of its files and the tables compiled from them. */
export function schemaSetOf(prefix: string, files: SchemaFiles, tables: SetTables): SchemaSet {
  const digest = digestOfSchemaFiles(files);
  const prepared = new Map<DocumentKind, PreparedSchema>();
  return {
    id: idOf(prefix, digest),
    digest,
    schemaOf: (kind) => {
      let schema = prepared.get(kind);
      if (schema === undefined) prepared.set(kind, (schema = prepareSchema(tables[kind])));
      return schema;
    },
    files: () => [...files].map(([path, bytes]) => ({ path: `XSD/${path}`, bytes })),
  };
}

function idOf(prefix: string, digest: string): string {
  return `${prefix}-${digest.slice(0, 12)}`;
}

let own: SchemaSet | null = null;

/** The project's own schemas (`daiko-…`), used unless the operator has imported others. */
export function ownSchemaSet(): SchemaSet {
  if (own === null) {
    const files = new Map(ownSchemaFiles().map(({ path, bytes }) => [path.slice('XSD/'.length), bytes]));
    const digest = digestOfSchemaFiles(files);
    own = { id: idOf('daiko', digest), digest, schemaOf: ownSchema, files: ownSchemaFiles };
  }
  return own;
}
