import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';
import { checkout } from '../platform/daiko-command.js';

/** Where the official schemas lie beside the checkout; they are not part of it. */
export const schemaFolder = join(checkout, '../shared/standard/xsd');
const names = ['ix08', 'su08', 'cc08', 'gc08', 'hc08', 'hg08'] as const;
export type SchemaName = (typeof names)[number];

/** Null, or what libxml2 says against a document. */
export type SchemaOracle = (name: SchemaName, bytes: Uint8Array) => string | null;

/** The official schemas in libxml2's hands; null where they are not there. */
export function schemaOracle(): SchemaOracle | null {
  if (!existsSync(join(schemaFolder, 'hc08_V08.xsd'))) return null;
  const files: Record<string, Uint8Array> = {};
  for (const path of readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.xsd')) files[`xsd/${path}`] = readFileSync(join(schemaFolder, path));
  }
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const validators = new Map<SchemaName, XsdValidator>();
  for (const name of names) {
    const url = `xsd/${name}_V08.xsd`;
    validators.set(
      name,
      XsdValidator.fromDoc(XmlDocument.fromBuffer(files[url] ?? new Uint8Array(), { url })),
    );
  }
  xmlCleanupInputProvider();
  return (name, bytes) => {
    const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;
    const document = XmlDocument.fromBuffer(bytes, { option });
    try {
      validators.get(name)?.validate(document);
      return null;
    } catch (violation) {
      return violation instanceof Error ? violation.message : String(violation);
    } finally {
      document.dispose();
    }
  };
}

/** The schema that a file of an archive must satisfy; null for what has none. */
export function schemaOf(path: string): SchemaName | null {
  if (path === 'ix08_V08.xml') return 'ix08';
  if (path === 'su08_V08.xml') return 'su08';
  const prefix = /^(?:DATA|CLAIMS)\/([hgcp])\d/.exec(path)?.[1];
  if (prefix === undefined) return null;
  return ({ h: 'hc08', g: 'hg08', c: 'cc08', p: 'gc08' } as const)[prefix as 'h' | 'g' | 'c' | 'p'];
}
