import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate, MemorySource } from '@daiko/exchange-format';
import { defaultSettings, inspect } from '@daiko/inspection-rules';
import { type DefectName, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { check } from './check.command.js';
import { Output } from './output.js';

const agency = '91399113';
const date = '20261124';
const world = inventWorld({
  seed: 3,
  providers: 1,
  insurers: 2,
  agencyNumber: agency,
  date: calendarDate(date),
});
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function archive(sequence: number, recordCount: number, defects: readonly [DefectName, number][] = []) {
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount,
    sequence,
    seed: 1,
    defects: defects.map(([name, count]) => ({ name, count })),
  });
  const path = join(folder, `${plan.rootName}.zip`);
  const file = await open(path, 'w');
  await writeArchive(plan, async (chunk) => {
    await file.write(chunk);
  });
  await file.close();
  return path;
}

async function run(
  file: string,
  options: Partial<Parameters<typeof check>[1]> = {},
  now = new Date('2026-11-24T03:00:00Z'),
) {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await check(file, { agency, format: 'text', ...options }, new Output(stream), now);
  return { code, text: Buffer.concat(chunks).toString('utf8') };
}

describe('daiko check', () => {
  it('ends with 0 for a good archive and with 0 when a person must be asked', async () => {
    expect((await run(await archive(0, 3))).code).toBe(0);
    const asked = await run(await archive(1, 3, [['value-implausible', 1]]));
    expect(asked.code).toBe(0);
    expect(asked.text).toContain('照会 / query');
  });

  it('ends with 1 when a record is returned, the archive refused, or the ZIP broken', async () => {
    expect((await run(await archive(2, 3, [['bmi-missing', 1]]))).code).toBe(1);
    expect((await run(await archive(3, 3, [['index-count-wrong', 1]]))).code).toBe(1);
    const broken = join(folder, 'broken.zip');
    await writeFile(broken, 'no archive at all');
    const { code, text } = await run(broken);
    expect(code).toBe(1);
    expect(text).toContain('受付不可 / refused');
    expect(text).toContain('[A001]');
  });

  it('prints the very report of the judge as JSON', async () => {
    const path = await archive(4, 8, [
      ['claim-amount-wrong', 2],
      ['local-item-in-programme-section', 1],
    ]);
    const { text } = await run(path, { format: 'json' });
    const source = new MemorySource(await readFile(path));
    const report = await inspect(source, { fileName: path }, defaultSettings(agency), date);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['versions', 'archive', 'records', 'notChecked']);
  });

  it('shows place, value, what was expected and what to do', async () => {
    const { text } = await run(await archive(5, 3, [['unit-wrong', 1]]));
    expect(text).toMatch(/\[V005\] 返戻 return {2}理由 \/ reason 01/);
    expect(text).toMatch(/DATA\/h\d{26}\.xml:\d+ {2}\/ClinicalDocument\/\S+\/value {2}項目 \/ item 9N006/);
    expect(text).toContain('値 / value: g → kg');
    expect(text).toContain('対応 / remedy: 単位を確認してください。');
    expect(text).toContain('合格 accepted 2  照会 query 0  返戻 returned 1');
  });

  it('counts what repeats instead of repeating it', async () => {
    const { text } = await run(await archive(6, 30, [['bmi-missing', 25]]));
    expect(text.match(/^ {2}\[M003\]/gm)).toHaveLength(10);
    expect(text).toContain('25 × [M003]');
    expect(text).toContain('うち15件は省略');
  });

  it('judges by the settings of a file', async () => {
    const settings = join(folder, 'settings.json');
    await writeFile(settings, JSON.stringify({ version: 'mild', severities: { M003: 'warning' } }));
    const { code, text } = await run(await archive(7, 3, [['bmi-missing', 1]]), { settings });
    expect(code).toBe(0);
    expect(text).toContain('設定 / settings mild');
  });

  it('takes today in Japan as the day of receipt', async () => {
    const late = new Date('2026-11-23T15:30:00Z');
    expect((await run(await archive(8, 1), {}, late)).text).toContain('点検日 / date 20261124');
    const early = new Date('2026-11-23T14:30:00Z');
    expect((await run(await archive(8, 1), {}, early)).text).toContain('点検日 / date 20261123');
  });

  it.each([
    ['a file that is not there', 'nothing.zip', {}, 'cli.file-unreadable'],
    ['a folder', '', {}, 'cli.file-unreadable'],
    ['a day that is none', 'x.zip', { date: '20261301' }, 'cli.option-invalid'],
    ['an agency with a wrong check digit', 'x.zip', { agency: '91399114' }, 'cli.option-invalid'],
    ['settings that are not there', 'x.zip', { settings: 'nothing.json' }, 'cli.file-unreadable'],
  ])('says in one line what is wrong with %s', async (_what, name, options, kind) => {
    await expect(run(join(folder, name), options)).rejects.toMatchObject({ kind: { code: kind } });
  });

  it('names every fault of a settings file', async () => {
    const settings = join(folder, 'wrong.json');
    await writeFile(settings, JSON.stringify({ version: 'a', severities: { X001: 'off', Z999: 'off' } }));
    await expect(run(await archive(9, 1), { settings })).rejects.toMatchObject({
      values: { problemsEn: expect.stringMatching(/X001.*Z999/) },
    });
  });
});
