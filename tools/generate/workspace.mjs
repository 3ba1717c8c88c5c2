// What every generator needs: the root, the built modules of the workspaces, and prettier's form.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const root = join(import.meta.dirname, '../..');

/** Paths below the root that match `pattern`, sorted. */
export async function paths(pattern) {
  const found = [];
  for await (const path of glob(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })) {
    found.push(path);
  }
  return found.sort();
}

/** Imports what `npm run build` made of a source file; says so where it has not been built. */
export async function built(sourcePath) {
  const path = join(root, sourcePath.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') error.message += ' (run "npm run build" first)';
    throw error;
  }
}

export const text = (path) => readFile(join(root, path), 'utf8');

/** Content as `npm run format` would leave it. */
export async function formatted(path, content) {
  const filepath = join(root, path);
  return format(content, { ...(await resolveConfig(filepath)), filepath });
}

/** A cell of a Markdown table. */
export const cell = (value) =>
  String(value).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

export function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const notice = '<!-- Written by `npm run generate`; do not edit by hand. -->';
