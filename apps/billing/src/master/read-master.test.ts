import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvReader } from './csv-reader.js';
import { decodeText } from './decode-text.js';
import { masterParts } from './master-parts.js';
import { masterColumns, masterKinds, masterRowsMax, readMaster } from './read-master.js';

const key = Buffer.alloc(32, 7);
const insurer = '06139992';
const read = <K extends 'tickets' | 'members' | 'contracts'>(kind: K, text: string | Buffer) =>
  readMaster(kind, Buffer.from(text as string), insurer, key);

const tickets = [
  'ticket_number,symbol,number,birth_date,sex,expiry,state,basic_code,basic_amount,detail_code,detail_rate',
  '26100000001,１２,34-5,19700101,1,2027-03-31,,2,1000,3,30',
  '26100000002,,99,19710203,女,20270331,cancelled,1,,,',
];
const contracts = [
  'contract_number,kind,valid_from,valid_to,line,code,commission_type,price',
  'A-1,1,20260401,20270331,basic,,1,8250',
  'A-1,1,20260401,20270331,detail,2,,1430',
  'A-1,1,20260401,20270331,institution,1310000011,,',
];

describe('a CSV file', () => {
  const cell = fc.stringMatching(/^[a-z" ,\r\n漢]{0,6}$/);
  const written = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('is read as it was written, however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.nat(9),
        (rows, cut) => {
          const text = rows.map((cells) => cells.map(written).join(',')).join('\r\n');
          const reader = new CsvReader();
          const read = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut)), ...reader.end()];
          expect(read.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it('knows the line on which each row begins, past line ends inside quotes and empty lines', () => {
    const reader = new CsvReader();
    const rows = [...reader.read('a\r\n\r\n"b\nc",d\ne\n'), ...reader.end()];
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a'],
      [3, 'b\nc', 'd'],
      [5, 'e'],
    ]);
  });

  it.each([
    ['a"b', 'quote-inside'],
    ['"a"b', 'text-after-quote'],
    ['"a', 'quote-open'],
    ['a'.repeat(10_001), 'row-too-long'],
    [','.repeat(300), 'row-too-long'],
  ])('that is broken is refused: %#', (text, defect) => {
    const reader = new CsvReader();
    const broken = (): unknown => {
      try {
        return [...reader.read(text), ...reader.end()];
      } catch (error) {
        return error;
      }
    };
    expect(broken()).toMatchObject({ defect });
  });

  it('may be UTF-8, with byte order mark or without, or Shift_JIS; the same text comes of all', () => {
    const shiftJis = Buffer.from([0x8b, 0x4c, 0x8d, 0x86, 0x2c, 0x87, 0x40]);
    const texts = [Buffer.from('記号,①'), Buffer.from('\ufeff記号,①'), shiftJis].map((bytes) =>
      [...(decodeText(bytes) ?? [])].join(''),
    );
    expect(texts).toEqual(['記号,①', '記号,①', '記号,①']);
    expect(decodeText(Buffer.from([0xff, 0xfd, 0x80, 0xa0]))).toBeNull();
  });
});

describe('a master of tickets', () => {
  it('becomes entries without anything of the person but a digest', async () => {
    const { entries, errors, rowCount } = await read('tickets', tickets.join('\n'));
    expect(errors.shown).toEqual([]);
    expect(rowCount).toBe(2);
    expect(entries[0]).toMatchObject({
      ticketNumber: '26100000001',
      expiry: '20270331',
      state: 'valid',
      basic: { code: '2', amountYen: 1000, rate: null, limitYen: null },
      detail: { code: '3', amountYen: null, rate: 30_000, limitYen: null },
      dock: null,
    });
    expect(entries[1]).toMatchObject({ state: 'cancelled', detail: null });
    expect(JSON.stringify(entries)).not.toMatch(/19700101|34-5|１２/);
  });

  it('may have Japanese headings, and numbers in any width', async () => {
    const one = '整理番号,記号,番号,生年月日,性別,有効期限\n26100000001,12,３４５,1970/01/01,男,2027/03/31';
    const [entry] = (await read('tickets', one)).entries;
    const [same] = (await read('tickets', tickets.join('\n'))).entries;
    expect(entry?.holderDigest).toBe(same?.holderDigest);
  });

  it('names line, column and value of every cell that is wrong, in both languages', async () => {
    const wrong = [
      tickets[0],
      '2610000001,1,2,19700231,3,20270331,,,,,',
      '26100000001,1,2,19700101,1,20270331,,1,500,3,101',
      '26100000001,1,,19700101,1,20270331,,,,,',
      'a,b',
    ];
    const { errors } = await read('tickets', wrong.join('\n'));
    expect(errors.shown.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'ticket_number', '2610000001'],
      [2, 'birth_date', '19700231'],
      [2, 'sex', '3'],
      [3, 'basic_amount', '500'],
      [3, 'detail_rate', '101'],
      [4, 'ticket_number', '26100000001'],
      [4, 'number', ''],
      [5, '', '2'],
    ]);
    for (const { expected } of errors.shown) expect(expected.ja !== '' && expected.en !== '').toBe(true);
  });

  it('shows at most 1,000 errors and counts all', async () => {
    const { errors } = await read('tickets', [tickets[0], ...Array<string>(1500).fill('x')].join('\n'));
    expect([errors.count, errors.shown.length]).toEqual([1500, 1000]);
  });

  it.each([
    ['', 'a heading'],
    ['ticket_number,hobby\n', 'a column'],
    ['ticket_number\n1\n', 'is needed'],
    ['"', 'a closing quote'],
    [`${tickets[0]}\n${'x\n'.repeat(masterRowsMax + 1)}`, 'at most 200000 lines'],
  ])('that is no such file says so: %#', async (text, expected) => {
    const { errors } = await read('tickets', text);
    expect(errors.count).toBeGreaterThan(0);
    const shown = errors.shown.map((error) => error.expected.en).join('; ');
    if (errors.count <= 1000) expect(shown).toContain(expected);
  });
});

describe('a master of members', () => {
  const heading = 'symbol,number,birth_date,sex,name,valid_from,valid_to,relation';

  it('keeps periods and digests, the same for a name in another writing', async () => {
    const text = `${heading}\n1,2,19700101,1,ケンシン\u3000タロウ,20200401,20220331,本人\n1,2,19700101,1,ｹﾝｼﾝﾀﾛｳ,20230401,,self`;
    const { entries, errors } = await read('members', text);
    expect(errors.shown).toEqual([]);
    expect(entries[0]?.nameDigest).toBe(entries[1]?.nameDigest);
    expect(entries.map(({ validTo }) => validTo)).toEqual(['20220331', null]);
  });

  it('refuses periods of one person that overlap, and those that end before they begin', async () => {
    const text = `${heading}\n1,2,19700101,1,ア,20200401,,\n1,2,19700101,1,ア,20210401,,\n1,3,19700101,1,ア,20210401,20210331,`;
    const { errors } = await read('members', text);
    expect(errors.shown.map(({ line, column }) => [line, column])).toEqual([
      [3, 'valid_from'],
      [4, 'valid_to'],
    ]);
  });
});

describe('a master of contracts', () => {
  it('gathers institutions and prices of each contract', async () => {
    const { entries, errors } = await read('contracts', contracts.join('\n'));
    expect(errors.shown).toEqual([]);
    expect(entries).toEqual([
      {
        ...{ contractNumber: 'A-1', kind: 'checkup', validFrom: '20260401', validTo: '20270331' },
        institutions: ['1310000011'],
        prices: [
          { commissionType: '1', part: 'basic', code: null, priceYen: 8250 },
          { commissionType: null, part: 'detail', code: '2', priceYen: 1430 },
        ],
      },
    ]);
  });

  it('refuses lines that contradict each other, doubled prices and contracts without an institution', async () => {
    const text = [
      ...contracts,
      'A-1,2,20260401,20270331,basic,,1,8250',
      'A-1,1,20260401,20270331,basic,,1,8000',
      'A-1,1,20260401,20270331,active,,,24200',
      'A-1,1,20260401,20270331,other,1,,165',
      'B-1,2,20260401,,active,,,24200',
    ];
    const { errors } = await read('contracts', text.join('\n'));
    expect(errors.shown.map(({ line, column }) => [line, column])).toEqual([
      [5, 'kind'],
      [6, 'line'],
      [7, 'line'],
      [8, 'code'],
      [9, 'line'],
    ]);
  });
});

describe('the parts of a published master', () => {
  const ticket = { ticketNumber: '26100000001', filler: 'x'.repeat(400) };

  it('hold every entry once, in order, below 1 MB each; an empty master is one empty part', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => ({ ...ticket, index }));
    const parts = masterParts('tickets', entries as never);
    expect(parts.flat()).toEqual(entries);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(1_000_000);
    expect(parts.length).toBeGreaterThan(2);
    expect(masterParts('tickets', [])).toEqual([[]]);
  });

  it('cut a contract with very many institutions, its prices in the first entry', () => {
    const institutions = Array.from({ length: 50_000 }, (_, index) => String(1_310_000_000 + index));
    const [entry] = contractsOf(institutions) as never[];
    const cut = masterParts('contracts', [entry!]).flat() as unknown as {
      institutions: string[];
      prices: object[];
    }[];
    expect(cut.flatMap((each) => each.institutions)).toEqual(institutions);
    expect(cut.map(({ prices }) => prices.length)).toEqual([1, 0, 0]);
  });

  const contractsOf = (institutions: string[]) => [
    {
      ...{ contractNumber: 'A', kind: 'checkup', validFrom: '20260401', validTo: null, institutions },
      prices: [{ commissionType: null, part: 'basic', code: null, priceYen: 1 }],
    },
  ];
});

describe('the page of the masters', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/operations/masters.md'), 'utf8');

  it.each(masterKinds)('names every column of %s by both of its names', (kind) => {
    const [, rest] = page.split(`## ${kind}`) as [string, string];
    for (const { name, ja } of masterColumns(kind)) {
      const part = /^(detail|other|dock|guidance)_/.exec(name)?.[1];
      if (part !== undefined) expect(rest).toContain(`\`${part}_…\``);
      else {
        expect(rest + page).toContain(`\`${name}\``);
        expect(rest + page).toContain(ja);
      }
    }
  });
});
