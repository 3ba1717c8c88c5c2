import type { DocumentKind } from '../documents/detect-document.js';
import { tablesOf } from './data/tables.js';
import { schemaFiles } from './data/files.js';
import { type PreparedSchema, prepareSchema } from './prepare-schema.js';
import type { SchemaTables } from './schema-tables.js';

const prepared = new Map<DocumentKind, PreparedSchema>();

/** The project's own schema of a kind of file, ready for {@link validateSchema}; made when first asked for. */
export function ownSchema(kind: DocumentKind): PreparedSchema {
  let schema = prepared.get(kind);
  if (schema === undefined) {
    schema = prepareSchema(JSON.parse(tablesOf[kind]) as SchemaTables);
    prepared.set(kind, schema);
  }
  return schema;
}

/** The project's own schema files as an archive carries them: path under the root folder and content. */
export function ownSchemaFiles(): { path: string; bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  return Object.entries(schemaFiles).map(([path, content]) => ({
    path: `XSD/${path}`,
    bytes: encoder.encode(content),
  }));
}
