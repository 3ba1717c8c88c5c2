import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArchiveWriter, calendarDate, ownSchemaSet } from '@daiko/exchange-format';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { check } from '../check/check.command.js';
import { plainTerminal } from '../check/terminal.js';
import { openActiveSet } from './schema-folder.js';
import { importSchemas, listSchemas, useSchemas } from './schemas.commands.js';

const date = calendarDate('20261124');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-schemas-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Our own schemas as a folder or a ZIP, with some files otherwise. */
async function schemaFiles(
  name: string,
  change: (path: string, text: string) => string | null = (_, t) => t,
) {
  const files: [string, string][] = [];
  for (const { path, bytes } of ownSchemaSet().files()) {
    const text = change(path, new TextDecoder().decode(bytes));
    if (text !== null) files.push([path, text]);
  }
  if (name.endsWith('.zip')) {
    const file = await open(join(folder, name), 'w');
    const writer = new ArchiveWriter(async (chunk) => void (await file.write(chunk)), 'set', { date });
    for (const [path, text] of files) await writer.addFile(path, Buffer.from(text));
    await writer.addFile('readme.txt', Buffer.from('not a schema'));
    await writer.finish();
    await file.close();
  } else {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, name, path)), { recursive: true });
      await writeFile(join(folder, name, path), text);
    }
  }
  return join(folder, name);
}

/** A set in which a claim must carry an attribute that no claim carries. */
const stricter = (path: string, text: string) =>
  path === 'XSD/cc08_V08.xsd'
    ? text.replace(
        /(<xs:complexType name="CheckupClaim">[^]*?)(<\/xs:complexType>)/,
        '$1<xs:attribute name="edition" type="xs:string" use="required"/>$2',
      )
    : text;

describe('importing schemas', () => {
  it('refuses a set that is not a published one, with what differs, unless it is accepted', async () => {
    const from = await schemaFiles('unknown');
    const state = join(folder, 'state-1');
    await expect(importSchemas(from, state, false)).rejects.toThrow(
      /公表された様式.*--accept-unknown.*cc08_V08\.xsd/s,
    );
    await expect(readdir(state)).rejects.toThrow('ENOENT');
    const { set } = await importSchemas(from, state, true);
    expect(set.id).toMatch(/^unknown-/);
    expect((await openActiveSet(state)).id).toBe(set.id);
    expect((await readdir(state)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('takes a ZIP as it takes the folder', async () => {
    const one = await importSchemas(await schemaFiles('folder-2'), join(folder, 'state-2'), true);
    const other = await importSchemas(await schemaFiles('set-2.zip'), join(folder, 'state-2'), true);
    expect(other.set.digest).toBe(one.set.digest);
  });

  it('refuses what holds no schemas, lacks one, cannot be judged by, or is no ZIP', async () => {
    const state = join(folder, 'state-3');
    const refused = async (from: string, why: RegExp) =>
      expect(importSchemas(from, state, true)).rejects.toThrow(why);
    await mkdir(join(folder, 'empty'));
    await refused(join(folder, 'empty'), /様式（hc08_V08\.xsd）がありません/);
    await refused(join(folder, 'nowhere'), /ENOENT/);
    await refused(
      await schemaFiles('lacking', (path, text) => (path.endsWith('su08_V08.xsd') ? null : text)),
      /su08_V08\.xsd is missing/,
    );
    await refused(
      await schemaFiles('any.zip', (path, text) =>
        path.endsWith('ix08_V08.xsd') ? text.replace('<xs:sequence>', '<xs:sequence><xs:any/>') : text,
      ),
      /any/,
    );
    const broken = join(folder, 'broken.zip');
    await writeFile(broken, (await readFile(await schemaFiles('whole.zip'))).subarray(0, -40));
    await refused(broken, /ZIP/);
    await expect(readdir(state)).rejects.toThrow('ENOENT');
  });

  it('lists the sets, uses the one that is chosen, and goes back to ours', async () => {
    const state = join(folder, 'state-4');
    const first = await importSchemas(await schemaFiles('set-4a'), state, true);
    const second = await importSchemas(await schemaFiles('set-4b', stricter), state, true);
    const used = async () => (await listSchemas(state)).filter(({ isUsed }) => isUsed).map(({ id }) => id);
    expect((await listSchemas(state)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([ownSchemaSet().id, first.set.id, second.set.id]),
    );
    expect(await used()).toEqual([second.set.id]);
    await useSchemas(state, first.set.id);
    expect(await used()).toEqual([first.set.id]);
    await useSchemas(state, 'own');
    expect(await used()).toEqual([ownSchemaSet().id]);
    await expect(useSchemas(state, 'mhlw-v09')).rejects.toThrow('schemas list');
  });

  it('is what documents are judged by from then on, and the report names the set', async () => {
    const world = inventWorld({ seed: 3, providers: 1, insurers: 1, agencyNumber: '91399113', date });
    const plan = planArchive(world, {
      provider: world.providers[0]!,
      kind: 'checkup',
      recordCount: 2,
      sequence: 1,
      seed: 1,
    });
    const path = join(folder, `${plan.rootName}.zip`);
    const file = await open(path, 'w');
    await writeArchive(plan, async (chunk) => void (await file.write(chunk)));
    await file.close();
    const { set } = await importSchemas(await schemaFiles('set-5', stricter), join(folder, 'state-5'), true);
    const judge = async (schemas = ownSchemaSet()) => {
      const stdout = new PassThrough();
      const show = { stdout, terminal: plainTerminal };
      const options = { date: '20261124', agency: '91399113', format: 'json' } as const;
      const code = await check(path, options, new Date(), show, schemas);
      return { code, report: JSON.parse(stdout.read().toString()) as { versions: { schemas: string } } };
    };
    expect(await judge()).toMatchObject({ code: 0, report: { versions: { schemas: ownSchemaSet().id } } });
    const { code, report } = await judge(set);
    expect([code, report.versions.schemas]).toEqual([1, set.id]);
    expect(JSON.stringify(report)).toContain('"X007"');
  });
});
