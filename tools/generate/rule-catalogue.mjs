// The list of rules from the files under libs/inspection-rules/src/rules/: one import a rule, sorted by id. Needs no build; also run alone.
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatted, paths, root } from './workspace.mjs';

const source = 'libs/inspection-rules/src/';

export async function ruleCatalogue() {
  const rules = (await paths(`${source}rules/*/*.ts`))
    .filter((path) => /^[a-z]\d{3}-[a-z0-9-]+\.ts$/.test(basename(path)) && !path.endsWith('.test.ts'))
    .map((path) => ({ id: basename(path).slice(0, 4), file: path.slice(source.length) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = [
    ...rules.map(({ id, file }) => `import { ${id} } from './${file.replace(/\.ts$/, '.js')}';`),
    `import type { Rule } from './rule.js';`,
    '',
    '/** All rules, by id. Written by `node tools/generate/rule-catalogue.mjs`; a test fails when it is stale. */',
    'export const catalogue: readonly Rule[] = [',
    ...rules.map(({ id }) => `  ${id},`),
    '];',
    '',
  ];
  return { [`${source}catalogue.ts`]: lines.join('\n') };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, content] of Object.entries(await ruleCatalogue())) {
    await writeFile(join(root, path), await formatted(path, content));
    console.log(path);
  }
}
