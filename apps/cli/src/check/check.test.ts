import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate, isDefective, MemorySource, readDirectory, readEntry } from '@daiko/exchange-format';
import { defaultSettings, inspect } from '@daiko/inspection-rules';
import { type DefectName, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { check } from './check.command.js';
import { plainTerminal, type Terminal, terminalOf } from './terminal.js';

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
  terminal: Terminal = plainTerminal,
) {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await check(file, { agency, format: 'text', ...options }, now, { stdout: stream, terminal });
  return { code, text: Buffer.concat(chunks).toString('utf8') };
}

/** Names of persons as the results of an archive have them. */
async function personNames(path: string): Promise<Set<string>> {
  const source = new MemorySource(await readFile(path));
  const directory = await readDirectory(source);
  const names = new Set<string>();
  if (isDefective(directory)) return names;
  for (const entry of directory.files()) {
    const answer = await readEntry(source, entry);
    const text = answer.ok ? Buffer.from(answer.bytes).toString('utf8') : '';
    const [, name] = /<patient>\s*<name>([^<]+)<\/name>/.exec(text) ?? [];
    if (name !== undefined) names.add(name);
  }
  return names;
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
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'versions',
      'archive',
      'records',
      'statistics',
      'notChecked',
    ]);
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

  it('says of the archive as a whole what its records say together', async () => {
    const path = await archive(9, 50, [['bmi-missing', 11]]);
    const { text, code } = await run(path);
    expect(text).toMatch(
      /アーカイブ全体 \/ the archive as a whole\n {2}\[H014\] 参考 info\n {4}この送付の記録の22% \(11\/50\)が返戻です/,
    );
    expect(code).toBe(1);
    for (const format of ['json', 'csv'] as const) {
      expect((await run(path, { format })).text).toContain('H014');
    }
  });

  it('shows of each record first what weighs most', async () => {
    const { text } = await run(
      await archive(8, 12, [
        ['bmi-missing', 2],
        ['value-implausible', 3],
        ['unit-wrong', 2],
      ]),
    );
    const words = ['返戻', '照会', '警告', '参考'];
    const records = text.split(/^記録 \/ record \d+ /m).slice(1);
    const orders = records.map((record) =>
      [...record.matchAll(/^ {2}\[[A-Z]\d{3}\] (\S+) /gm)].map(([, word]) => words.indexOf(word ?? '')),
    );
    expect(orders.flat().length).toBeGreaterThan(5);
    for (const order of orders) expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('lists last what each rule found, in the order of mending', async () => {
    const { text } = await run(
      await archive(7, 30, [
        ['value-implausible', 5],
        ['bmi-missing', 2],
        ['claim-amount-wrong', 3],
      ]),
    );
    const order = [...text.matchAll(/^ +\d+ × \[(\w+)\]/gm)].map(([, rule]) => rule);
    expect(order.slice(0, 3)).toEqual(['P006', 'M003', 'V015']);
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

describe('the forms of daiko check', () => {
  it('give the same defects as CSV, HTML and SARIF, each once with its count', async () => {
    const path = await archive(0, 30, [
      ['bmi-missing', 25],
      ['unit-wrong', 1],
    ]);
    const csv = await run(path, { format: 'csv' });
    expect(csv.code).toBe(1);
    const rows = csv.text.split('\r\n').filter((line) => line.includes('"M003"'));
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatch(/^"1","返戻","M003",.*"25","25","\d+","[^"]*\/DATA\/h\d+\.xml","\d+","\d{11}"/);
    const html = (await run(path, { format: 'html' })).text;
    expect(html.match(/<h3 [^>]*><span class="mark">返戻/g)).toHaveLength(2);
    expect(html).toContain('25件（25記録）');
    const sarif = JSON.parse((await run(path, { format: 'sarif' })).text) as {
      runs: { results: { ruleId: string; level: string; occurrenceCount: number }[] }[];
    };
    const errors = sarif.runs[0]?.results.filter(({ level }) => level === 'error');
    expect(errors?.map(({ ruleId, occurrenceCount }) => [ruleId, occurrenceCount])).toEqual([
      ['M003', 25],
      ['V005', 1],
    ]);
  });

  it('hold no name of anybody', async () => {
    const path = await archive(1, 5, [['bmi-missing', 5]]);
    const names = await personNames(path);
    expect(names.size).toBeGreaterThanOrEqual(5);
    for (const format of ['csv', 'html', 'sarif'] as const) {
      const { text } = await run(path, { format });
      expect([...names].filter((name) => text.includes(name))).toEqual([]);
    }
  });

  it('are written to a file whole, for its owner only, and what was there is kept where that fails', async () => {
    const path = await archive(2, 3, [['bmi-missing', 1]]);
    const report = join(folder, 'report.csv');
    const { code, text } = await run(path, { format: 'csv', output: report });
    expect([code, text]).toEqual([1, expect.stringContaining('受付可 / accepted  → ')]);
    expect(await readFile(report, 'utf8')).toBe((await run(path, { format: 'csv' })).text);
    expect((await stat(report)).mode & 0o777).toBe(0o600);
    const nowhere = run(path, { format: 'csv', output: join(folder, 'no-folder/report.csv') });
    await expect(nowhere).rejects.toMatchObject({ kind: { code: 'cli.file-unwritable' } });
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('daiko check in a terminal', () => {
  const stderr = { isTTY: true, write: () => true };
  const terminal = (environment = {}) => terminalOf({ isTTY: true, write: () => true }, stderr, environment);

  it('shows the line with a caret at the value, in colours', async () => {
    const path = await archive(3, 3, [['unit-wrong', 1]]);
    const { text } = await run(path, {}, undefined, terminal());
    expect(text).toContain('\x1b[31m[V005] 返戻 return\x1b[0m');
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('^'));
    const caret = (lines[at] ?? '').replaceAll('\x1b[31m', '').replaceAll('\x1b[0m', '');
    expect(lines[at - 1]?.slice(caret.indexOf('^')).startsWith('g"')).toBe(true);
  });

  it('is plain where NO_COLOR asks for it, and in files and pipes', async () => {
    const path = await archive(4, 3, [['unit-wrong', 1]]);
    const plain = await run(path, {}, undefined, terminal({ NO_COLOR: '1' }));
    expect(plain.text).not.toContain('\x1b');
    expect(plain.text).toContain('^');
    const piped = await run(path, {}, undefined, terminalOf({ write: () => true }, stderr, {}));
    expect(piped.text).toBe((await run(path)).text);
    for (const mark of ['\x1b', '^']) expect(piped.text).not.toContain(mark);
  });

  it('draws how far it is on stderr, for large archives only, and wipes it away', () => {
    const drawn: string[] = [];
    const looked = terminalOf(
      { isTTY: true, write: () => true },
      { isTTY: true, write: (text) => drawn.push(text) },
      {},
    );
    expect(looked.progressOf(999)).toBeNull();
    expect(terminalOf({ write: () => true }, { write: () => true }, {}).progressOf(5000)).toBeNull();
    const bar = looked.progressOf(1000);
    for (let record = 0; record < 1000; record++) bar?.step();
    bar?.clear();
    expect(drawn[0]).toMatch(/^\r\[-+\] 0% 1\/1000件$/);
    expect(drawn.at(-1)).toBe('\r\x1b[2K');
    expect(drawn.length).toBeLessThan(100);
  });
});

describe('daiko check --fix-hints', () => {
  it('shows each rule once, with the element as it should be where that is known', async () => {
    const path = await archive(5, 6, [
      ['unit-wrong', 2],
      ['bmi-missing', 2],
    ]);
    const { text } = await run(path, { fixHints: true });
    const hints = text.slice(text.indexOf('直し方 / how to mend'));
    expect(hints.match(/^ {2}\[V005\]/gm)).toHaveLength(1);
    expect(hints).toMatch(
      /誤 \/ wrong {2}<value [^>]*unit="g"[^>]*\/>\n {4}正 \/ right {2}<value [^>]*unit="kg"[^>]*\/>/,
    );
    expect(hints).toMatch(/^ {2}\[M003\] [^\n]+\n {4}\S[^\n]*\n {4}\S[^\n]*\n(?! {4}誤)/m);
  });

  it('goes with text only', async () => {
    const asked = run(await archive(6, 1), { fixHints: true, format: 'csv' });
    await expect(asked).rejects.toMatchObject({ kind: { code: 'cli.option-invalid' } });
  });
});
