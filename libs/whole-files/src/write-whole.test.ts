import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeOnce, writeWhole } from './write-whole.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a file that is written whole', () => {
  it('takes the place of the old one, with the mode that is said, and leaves nothing beside it', async () => {
    const path = join(folder, 'note.json');
    await writeWhole(path, 'old');
    await writeWhole(path, 'new', 0o644);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o644);
    expect(await readdir(folder)).toEqual(['note.json']);
    await rm(path);
  });

  it('is for its owner alone where no mode is said', async () => {
    const path = join(folder, 'secret');
    await writeWhole(path, 'quiet');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await rm(path);
  });

  it('leaves nothing behind where it cannot take its name', async () => {
    const path = join(folder, 'a-folder');
    await mkdir(join(path, 'inhabited'), { recursive: true });
    await expect(writeWhole(path, 'text')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a-folder']);
    await rm(path, { recursive: true });
  });
});

describe('a file that is written once', () => {
  it('has one writer, however many try at once', async () => {
    const path = join(folder, 'slot');
    const won = await Promise.all(['a', 'b', 'c'].map((text) => writeOnce(path, text)));
    expect(won.filter(Boolean)).toEqual([true]);
    expect(await readFile(path, 'utf8')).toBe('abc'[won.indexOf(true)]);
    expect(await readdir(folder)).toEqual(['slot']);
  });
});
