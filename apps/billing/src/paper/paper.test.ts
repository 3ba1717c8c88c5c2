import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildPapers, type ClaimRow, PaperDiffers, scope } from './paper.js';
import { csvField, csvRow, writePapersCsv } from './write-csv.js';

const row = (
  partnerNumber: string,
  kind: ClaimRow['kind'],
  claimType: string | null,
  claimYen: number,
): ClaimRow => ({
  partnerNumber,
  kind,
  claimType,
  recordCount: 2,
  unitYen: claimYen + 100,
  copaymentYen: 70,
  otherProgramYen: 30,
  claimYen,
});
const rows = [
  row('01999978', 'checkup', '2', 8382),
  row('06999981', 'checkup', '1', 7250),
  row('06999981', 'guidance', null, 9680),
];
const ledger = [
  { partnerNumber: '01999978', yen: 8382 },
  { partnerNumber: '06999981', yen: 16_930 },
];

describe('buildPapers', () => {
  it('adds lines up to papers and papers to totals, and says that only 委託料 is in them', () => {
    const list = buildPapers('invoice', '2026-06', rows, ledger);
    expect(
      list.items.map(({ partnerNumber, totalYen, lines }) => [partnerNumber, totalYen, lines.length]),
    ).toEqual([
      ['01999978', 8382, 1],
      ['06999981', 16_930, 2],
    ]);
    expect(list.totals).toEqual({
      recordCount: 6,
      unitYen: 25_612,
      copaymentYen: 210,
      otherProgramYen: 90,
      claimYen: 25_312,
      totalYen: 25_312,
    });
    expect(list.scope).toBe(scope);
  });

  it('writes no paper where the ledger says one yen else, knows a partner more or one less', () => {
    const build = (changed: typeof ledger) => () => buildPapers('invoice', '2026-06', rows, changed);
    expect(build(ledger.map((each) => ({ ...each, yen: each.yen + 1 })))).toThrow(PaperDiffers);
    expect(build([...ledger, { partnerNumber: '00139998', yen: 1 }])).toThrow(PaperDiffers);
    expect(build(ledger.slice(1))).toThrow(PaperDiffers);
    expect(build([...ledger, { partnerNumber: '00139998', yen: 0 }])).not.toThrow();
  });
});

describe('writePapersCsv', () => {
  it('begins with a byte order mark, ends lines with CRLF, and has a line per kind and a total per partner', () => {
    const csv = writePapersCsv('invoice', buildPapers('invoice', '2026-06', rows, ledger));
    expect(csv.startsWith('\uFEFF処理月,保険者番号,')).toBe(true);
    expect(csv.split('\r\n').slice(1)).toEqual([
      `2026-06,01999978,明細,特定健診,2,基本＋詳細,2,8482,70,30,8382,${scope.ja}`,
      `2026-06,01999978,合計,,,,2,8482,70,30,8382,${scope.ja}`,
      `2026-06,06999981,明細,特定健診,1,基本的な健診,2,7350,70,30,7250,${scope.ja}`,
      `2026-06,06999981,明細,特定保健指導,,,2,9780,70,30,9680,${scope.ja}`,
      `2026-06,06999981,合計,,,,4,17130,140,60,16930,${scope.ja}`,
      '',
    ]);
  });

  it('takes the force out of text that a spreadsheet would compute, and keeps numbers', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1']) {
      expect(csvField(text).replaceAll('"', '').startsWith("'")).toBe(true);
    }
    expect(csvField(-5)).toBe('-5');
    expect(csvField('06999981')).toBe('06999981');
  });

  it('can be read back by any RFC 4180 reader', () => {
    const readLine = (line: string): string[] => {
      const fields = [''];
      let isQuoted = false;
      for (let at = 0; at < line.length; at += 1) {
        const char = line.charAt(at);
        if (char === '"' && isQuoted && line.charAt(at + 1) === '"')
          fields.push(`${fields.pop()}${line.charAt((at += 1))}`);
        else if (char === '"') isQuoted = !isQuoted;
        else if (char === ',' && !isQuoted) fields.push('');
        else if (char === '\r' && !isQuoted) return fields;
        else fields.push(`${fields.pop()}${char}`);
      }
      throw new Error('no end of line');
    };
    const anyText = fc.string().filter((text) => !/^\s*[=+\-@|%]|^[\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (values) => {
        expect(readLine(csvRow(values))).toEqual(values);
      }),
    );
  });
});
