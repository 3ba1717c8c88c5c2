// Transpiles every workspace's src into its dist with swc, then bundles what runs; what did not change is left alone.
import { transform } from '@swc/core';
import { cp, glob, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '../..');
const options = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
delete options.$schema;
const started = Date.now();
let written = 0;
let newestMs = 0;

async function isFresh(source, target) {
  const [from, to] = await Promise.all([stat(source), stat(target).catch(() => undefined)]);
  newestMs = Math.max(newestMs, from.mtimeMs);
  return to !== undefined && to.mtimeMs >= from.mtimeMs;
}

async function buildFile(project, file) {
  const source = join(root, project, 'src', file);
  const target = join(root, project, 'dist', file.replace(/\.ts$/, '.js'));
  if (await isFresh(source, target)) return;
  await mkdir(dirname(target), { recursive: true });
  if (file.endsWith('.ts')) {
    const { code } = await transform(await readFile(source, 'utf8'), {
      ...options,
      swcrc: false,
      filename: relative(root, source),
      sourceFileName: relative(dirname(target), source),
    });
    await writeFile(target, code);
  } else {
    await cp(source, target);
  }
  written += 1;
}

async function removeOrphans(project, files) {
  const expected = new Set(files.map((file) => file.replace(/\.ts$/, '.js')));
  for await (const file of glob('**/*.*', { cwd: join(root, project, 'dist') })) {
    if (!expected.has(file)) await rm(join(root, project, 'dist', file), { force: true });
  }
}

const projects = [];
for await (const manifest of glob(
  ['apps/*/package.json', 'libs/*/package.json', 'deploy/servers/package.json'],
  { cwd: root },
)) {
  projects.push(dirname(manifest));
}
await Promise.all(
  projects.map(async (project) => {
    const files = [];
    for await (const file of glob('**/*.{ts,json,sql}', { cwd: join(root, project, 'src') })) {
      if (!/\.test\.ts$/.test(file)) files.push(file);
    }
    await Promise.all(files.map((file) => buildFile(project, file)));
    await removeOrphans(project, files);
  }),
);
for (const file of ['package-lock.json', 'deploy/service.mjs', 'tools/dev/bundle.mjs']) {
  newestMs = Math.max(newestMs, (await stat(join(root, file))).mtimeMs);
}
const bundled = await stat(join(root, 'dist/service.mjs')).catch(() => undefined);
if (written > 0 || bundled === undefined || bundled.mtimeMs < newestMs) written += await bundle();
console.log(`build: ${written} files in ${Date.now() - started} ms`);
