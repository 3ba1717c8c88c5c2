// `npm run generate`: writes everything that is generated. With --check nothing is written; exit 1 where something is stale.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { database } from './database.mjs';
import { configuration } from './configuration.mjs';
import { metrics } from './metrics.mjs';
import { openApi } from './openapi.mjs';
import { events } from './events.mjs';
import { problems } from './problems.mjs';
import { ruleCatalogue } from './rule-catalogue.mjs';
import { rules } from './rules.mjs';
import { schemaTables } from './schema-tables.mjs';
import { formatted, paths, root, text } from './workspace.mjs';

const isCheck = process.argv.includes('--check');
const generators = [
  schemaTables,
  ruleCatalogue,
  rules,
  configuration,
  problems,
  events,
  database,
  metrics,
  openApi,
];
/** Folders in which everything is generated: what no generator names is removed. */
const ownFolders = ['docs/events/*', 'docs/rules/*'];

const files = {};
for (const generate of generators) Object.assign(files, await generate());

const stale = [];
for (const [path, content] of Object.entries(files)) {
  const wanted = await formatted(path, content);
  if (wanted === (await text(path).catch(() => null))) continue;
  stale.push(path);
  if (isCheck) continue;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), wanted);
}
for (const pattern of ownFolders) {
  for (const path of await paths(pattern)) {
    if (path in files) continue;
    stale.push(path);
    if (!isCheck) await rm(join(root, path));
  }
}

for (const path of stale) console.log(`${isCheck ? 'stale' : 'written'}  ${path}`);
console.log(`${Object.keys(files).length} generated files, ${stale.length} ${isCheck ? 'stale' : 'written'}`);
if (isCheck && stale.length > 0) {
  console.log('古い生成物があります。「npm run generate」を実行してください。 / Run "npm run generate".');
  process.exitCode = 1;
}
