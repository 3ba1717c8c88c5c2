// The tables of the validator, and the schema files as the code carries them, from the .xsd files of the project.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built, root } from './workspace.mjs';

const folder = 'libs/exchange-format/src/schemas';
const kinds = ['ix08', 'su08', 'cc08', 'gc08', 'hc08', 'hg08'];

const literal = (content) =>
  `'${content.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
const notice = '// Made by tools/generate/schema-tables.mjs from the files under xsd/: do not edit.';

/** Compiles the schemas; path → content of every generated file. */
export async function schemaTables() {
  const { readSchemaSet } = await built(`${folder}/read-schema-set.ts`);
  const { compileSchema } = await built(`${folder}/compile-schema.ts`);
  const files = new Map();
  for (const path of (await readdir(join(root, folder, 'xsd'), { recursive: true })).sort()) {
    if (path.endsWith('.xsd')) files.set(path, await readFile(join(root, folder, 'xsd', path)));
  }
  const tables = kinds.map((kind) => {
    const compiled = compileSchema(readSchemaSet(files, `${kind}_V08.xsd`));
    return `  ${kind}: ${literal(JSON.stringify(compiled.tables))},`;
  });
  const texts = [...files].map(([path, bytes]) => `  '${path}': ${literal(bytes.toString())},`);
  return {
    [`${folder}/data/tables.ts`]: `${notice}\n\n/** Compiled schemas as JSON, by kind of file. */\nexport const tablesOf = {\n${tables.join('\n')}\n} as const;\n`,
    [`${folder}/data/files.ts`]: `${notice}\n\n/** Schema files by path. */\nexport const schemaFiles: Readonly<Record<string, string>> = {\n${texts.join('\n')}\n};\n`,
  };
}
