import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PartnerFolder } from './partner-folder.js';

// Purpose: no file name, however long, keeps a file in its place for ever.

describe('PartnerFolder', () => {
  it('moves a file whose name has no room for a stamp beside an earlier one of that name', async () => {
    const root = await mkdtemp(join(tmpdir(), 'daiko-folder-'));
    try {
      const folder = await PartnerFolder.open(root, '1311234566');
      const name = `${'あ'.repeat(83)}.zip`;
      for (const second of [1, 2]) {
        await writeFile(join(root, '1311234566', name), 'x');
        await folder?.move(name, 'refused', new Date(Date.UTC(2026, 10, 24, 0, 0, second)));
      }
      expect(await folder?.archives()).toEqual([]);
      expect((await readdir(join(root, '1311234566', 'refused'))).sort()).toEqual([
        '20261124000002000.zip',
        name,
      ]);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});
