import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stats } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PartnerFolder } from './partner-folder.js';

// Purpose: no file name, however long, keeps a file in its place for ever, and no file goes that was not read.

describe('PartnerFolder', () => {
  const number = '1311234566';
  let root: string;
  let folder: PartnerFolder;
  const at = (...names: string[]) => join(root, number, ...names);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'daiko-folder-'));
    const opened = await PartnerFolder.open(root, number);
    if (opened === null) throw new Error('no folder');
    folder = opened;
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(name: string, text: string): Promise<Stats> {
    await writeFile(at(`${name}.part`), text);
    await rename(at(`${name}.part`), at(name));
    return stat(at(name));
  }

  it('moves a file whose name has no room for a stamp beside an earlier one of that name', async () => {
    const name = `${'あ'.repeat(83)}.zip`;
    for (const second of [1, 2]) {
      await folder.move(name, 'refused', new Date(Date.UTC(2026, 10, 24, 0, 0, second)), await putLong(name));
    }
    expect(await folder.archives()).toEqual([]);
    expect((await readdir(at('refused'))).sort()).toEqual(['20261124000002000.zip', name]);
  });

  it('leaves a file that a sender has put in the place of the one that was read', async () => {
    const opened = await put('a.zip', 'first');
    await put('a.zip', 'second');
    await folder.move('a.zip', 'received', new Date(), opened);
    expect(await readFile(at('a.zip'), 'utf8')).toBe('second');
    expect(await readdir(at('received'))).toEqual([]);
    const again = await stat(at('a.zip'));
    await folder.move('a.zip', 'received', new Date(), again);
    expect(await folder.archives()).toEqual([]);
    expect(await readdir(at('received'))).toEqual(['a.zip']);
  });

  it('leaves a file that is still being written on', async () => {
    const opened = await put('a.zip', 'first');
    await writeFile(at('a.zip'), 'more', { flag: 'a' });
    await folder.move('a.zip', 'received', new Date(), opened);
    expect(await folder.archives()).toEqual(['a.zip']);
  });

  it('knows nothing of a file that is gone', async () => {
    const opened = await put('a.zip', 'first');
    await rm(at('a.zip'));
    await folder.move('a.zip', 'received', new Date(), opened);
    expect(await readdir(at('received'))).toEqual([]);
  });

  /** A name without room for `.part`. */
  async function putLong(name: string): Promise<Stats> {
    await writeFile(at(name), 'x');
    return stat(at(name));
  }
});
