import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBundlePlaces } from './bundle-places.js';

describe('the places of a bundle', () => {
  it('are the files that its lines came from', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'daiko-bundle-'));
    try {
      const file = join(folder, 'part.mjs');
      await writeFile(
        file,
        'import x;\n// libs/money/dist/yen.js\na();\n// node_modules/pg/lib/index.js\nb();\n',
      );
      const placeOf = await readBundlePlaces(folder);
      const { href } = pathToFileURL(file);
      expect([0, 2, 4].map((line) => placeOf(href, line))).toEqual([
        href,
        '/libs/money/dist/yen.js',
        '/node_modules/pg/lib/index.js',
      ]);
      expect(placeOf('node:fs', 7)).toBe('node:fs');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
