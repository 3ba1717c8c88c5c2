#!/usr/bin/env node
// The start of `daiko`. The platform runs on the Node that its dependencies bring in, whatever Node started this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const checkout = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');
const main = join(checkout, 'dist/daiko.mjs');
const node = join(checkout, 'node_modules/.bin/node');

if (!existsSync(main)) {
  console.error('ビルドがありません。「npm install && npm run build」を実行してください。');
  console.error('Not built yet. Run "npm install && npm run build".');
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 22 && existsSync(node)) {
  const { status } = spawnSync(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 2);
}
const { main: run } = await import(main);
await run(process.argv);
