import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openApiParts } from './parts.js';

const root = join(import.meta.dirname, '../../../..');
const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

/** `get /v1/partners/{number}` and so on, as the decorators of a service's controllers say. */
function doorsOf(service: string): string[] {
  return globSync(`apps/${service}/src/**/*.controller.ts`, { cwd: root }).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const found: string[] = [];
    let base = '';
    const decorator = new RegExp(`@(Controller|${verbs.join('|')})\\((?:\\s*'([^']*)'\\s*)?\\)`, 'g');
    for (const [, name, path = ''] of source.matchAll(decorator)) {
      if (name === 'Controller') base = path;
      else found.push(`${String(name).toLowerCase()} ${join('/', base, path).replace(/:(\w+)/g, '{$1}')}`);
    }
    return found;
  });
}

describe('the description of the API and the controllers', () => {
  const described = openApiParts
    .filter(({ tag }) => tag !== 'administration')
    .map(({ tag, paths }) => ({
      tag,
      doors: Object.entries(paths).flatMap(([path, operations]) =>
        Object.entries(operations)
          // What needs no key stands outside the guard, and so outside the controllers.
          .filter(([, { security }]) => security === undefined || security.length > 0)
          .map(([method]) => `${method} ${path.replace(`/api/${tag}/`, '/')}`),
      ),
    }));

  it.each(described)('of $tag name the same doors', ({ tag, doors }) => {
    const real = doorsOf(tag);
    expect(real.length).toBeGreaterThan(0);
    const inOrder = (list: string[]) => [...new Set(list)].sort();
    expect(inOrder(doors)).toEqual(inOrder(real));
  });
});
