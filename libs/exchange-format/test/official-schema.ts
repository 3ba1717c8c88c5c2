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

/** Where the official schemas lie, if they do. */
export const officialSchemaFolder = join(import.meta.dirname, '../../../../shared/standard/xsd');

/** Whether the official schemas lie beside this checkout; they are not part of it. */
export const officialSchemasPresent = existsSync(join(officialSchemaFolder, 'hc08_V08.xsd'));

export type SchemaName = 'ix08' | 'su08' | 'cc08' | 'gc08' | 'hc08' | 'hg08';

/** The schemas that the project ships. */
export const ownSchemaFolder = join(import.meta.dirname, '../src/schemas/xsd');

/** Compiles the six official schemas; the function returned gives null or the message of the first violation. */
export function compileOfficialSchemas(): (name: SchemaName, bytes: Uint8Array) => string | null {
  return compileSchemas(officialSchemaFolder);
}

/** Compiles the six schemas of a folder with libxml2; as {@link compileOfficialSchemas}. */
export function compileSchemas(folder: string): (name: SchemaName, bytes: Uint8Array) => string | null {
  const files: Record<string, Uint8Array> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.xsd')) files[`xsd/${path}`] = readFileSync(join(folder, path));
  }
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const validators = Object.fromEntries(
    (['ix08', 'su08', 'cc08', 'gc08', 'hc08', 'hg08'] as const).map((name) => {
      const file = `xsd/${name}_V08.xsd`;
      const document = XmlDocument.fromBuffer(files[file]!, { url: file });
      return [name, XsdValidator.fromDoc(document)];
    }),
  ) as Record<SchemaName, XsdValidator>;
  xmlCleanupInputProvider();
  return (name, bytes) => {
    const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;
    const document = XmlDocument.fromBuffer(bytes, { option });
    try {
      validators[name].validate(document);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      document.dispose();
    }
  };
}
