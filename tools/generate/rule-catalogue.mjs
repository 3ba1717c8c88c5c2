// Writes libs/inspection-rules/src/catalogue.ts from the files under rules/: one import a rule, sorted by id.
import { glob, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const source = join(import.meta.dirname, '../../libs/inspection-rules/src');
const files = [];
for await (const file of glob('rules/*/*.ts', { cwd: source })) {
  if (/^[a-z]\d{3}-[a-z0-9-]+\.ts$/.test(basename(file))) files.push(file);
}
const rules = files
  .map((file) => ({ id: basename(file).slice(0, 4), file }))
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
await writeFile(join(source, 'catalogue.ts'), lines.join('\n'));
console.log(`catalogue: ${rules.length} rules`);
