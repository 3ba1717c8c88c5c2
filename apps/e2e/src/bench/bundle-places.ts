import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The file that a line (0-based) of a script came from, as a path with `/` before it; a script of its own is its own address. */
export type PlaceOf = (url: string, line: number) => string;

const origin = /^\/\/ ((?:apps|libs|deploy|node_modules)\/\S+)$/;

/** Reads which file each part of the bundle in `folder` was made of: the bundler names it in a comment before its lines. */
export async function readBundlePlaces(folder: string): Promise<PlaceOf> {
  const origins = new Map<string, { line: number; path: string }[]>();
  for (const file of await readdir(folder)) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    const found = lines.flatMap((text, line) => {
      const path = origin.exec(text)?.[1];
      return path === undefined ? [] : [{ line, path: `/${path}` }];
    });
    origins.set(pathToFileURL(join(folder, file)).href, found);
  }
  return (url, line) => origins.get(url)?.findLast((each) => each.line <= line)?.path ?? url;
}
