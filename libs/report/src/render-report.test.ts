import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { sarifDefects } from '../test/sarif-structure.js';
import { readCsv } from '../test/read-csv.js';
import { finding, record, sampleHeader, sampleSummary } from '../test/sample-report.js';
import { renderReport, type ReportFormat, Summing } from './index.js';
import { csvCell, csvColumns } from './write-csv.js';

const golden = join(import.meta.dirname, '../test/golden');
const rendered = (format: ReportFormat, summary = sampleSummary()): string =>
  [...renderReport(format, summary)].join('');

/** A report with one finding whose texts are all `text`. */
function hostile(text: string) {
  const summing = new Summing();
  const texts = { value: text, expected: text, item: text, xpath: text, file: text };
  const both = { ja: text, en: text };
  const found = finding('V001', 'return', { ...texts, message: both, remedy: both, line: 1 });
  summing.addRecord({ ...record(0, [found]), file: text, ticketNumber: text });
  return summing.summary({ ...sampleHeader, name: text, notChecked: [text] });
}

describe('the forms of a report', () => {
  // To write the files anew after a wanted change: DAIKO_WRITE_GOLDEN=1.
  it.each(['csv', 'html', 'sarif'] as const)('are what they were: %s', (format) => {
    const file = join(golden, `report.${format}`);
    if (process.env.DAIKO_WRITE_GOLDEN === '1') writeFileSync(file, rendered(format));
    expect(rendered(format)).toBe(readFileSync(file, 'utf8'));
  });
});

describe('CSV', () => {
  it('begins with a BOM and has a row a place, with the columns in Japanese and English', () => {
    const text = rendered('csv');
    expect(text.startsWith('\ufeff"番号 / no"')).toBe(true);
    const [head, ...rows] = readCsv(text.slice(1));
    expect(head).toEqual(csvColumns);
    expect(rows.map((row) => row[2])).toEqual([...Array<string>(20).fill('M003'), 'P006', 'V015']);
    expect(rows[0]?.slice(5, 14)).toEqual([
      '記録もれ',
      '25',
      '25',
      '1',
      'root/DATA/h0.xml',
      '40',
      '26000000000',
      '9N011000000000001',
      'BMI',
    ]);
  });

  it('parses back to what was written, and no cell is a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1+1', '@x', '-2', '＝A'),
    );
    fc.assert(
      fc.property(text, (value) => {
        const [, row] = readCsv(rendered('csv', hostile(value)).slice(1));
        expect(row).toHaveLength(csvColumns.length);
        for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect([value, `'${value}`]).toContain(row?.[14]);
      }),
    );
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
  });
});

describe('HTML', () => {
  it('is whole in itself: no script, nothing loaded', () => {
    const page = rendered('html');
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|\son\w+=/i);
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('size: A4');
  });

  it('shows values as text, whatever they are', () => {
    const shape = rendered('html', hostile('x')).match(/<[^>]*>/g);
    const bad = fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=1>',
      "' onload='",
      '</style>',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.oneof(bad, fc.string(), fc.string({ unit: 'binary' })), (value) => {
        fc.pre(value !== '');
        // The markup of the page does not depend on the values in it.
        expect(rendered('html', hostile(value)).match(/<[^>]*>/g)).toEqual(shape);
      }),
    );
    expect(rendered('html', hostile('a\u202eb\u0000'))).toContain('a\ufffdb\ufffd');
  });
});

describe('a report of the agency', () => {
  const link = (receiptNumber: string | null) => ({
    submissionId: '01980000-0000-7000-8000-000000000001',
    receiptNumber,
    index: 4,
  });
  const summary = new Summing().summary({
    ...sampleHeader,
    receiptNumber: '20261120-0000001-A',
    returned: { returnReason: '03', reason: '質問票の変換を確認してください' },
    corrections: [
      { index: 0, corrects: link('20261020-0000007-C'), correctedBy: null },
      { index: 2, corrects: null, correctedBy: link(null) },
    ],
  });

  it('has its receipt number, and says what corrects what', () => {
    const page = rendered('html', summary);
    expect(page).toContain('<dt>受付番号</dt><dd>20261120-0000001-A</dd>');
    expect(page).toContain('記録1は受付20261020-0000007-Cの記録5の訂正です。');
    expect(page).toContain('記録3は受付01980000-0000-7000-8000-000000000001の記録5で訂正されました。');
    expect(page).toContain('<dt>一括返戻</dt><dd>03 ');
    const [, ...rows] = readCsv(rendered('csv', summary).slice(1));
    expect(rows.map((row) => [row[3], row[8], row[16], row.at(-1)])).toEqual([
      ['訂正', '1', '記録1は受付20261020-0000007-Cの記録5の訂正です。', '20261120-0000001-A'],
      ['訂正', '3', expect.stringContaining('で訂正されました。'), '20261120-0000001-A'],
    ]);
    const sarif = JSON.parse(rendered('sarif', summary)) as { runs: { properties: object }[] };
    expect(sarif.runs[0]?.properties).toMatchObject({ receiptNumber: '20261120-0000001-A' });
    expect(sarifDefects(sarif)).toEqual([]);
  });
});

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      occurrenceCount: number;
      locations: { physicalLocation: object; logicalLocations?: object[] }[];
      relatedLocations?: object[];
    }[];
  }[];
}

describe('SARIF', () => {
  it('has what SARIF 2.1.0 requires, a result a defect', () => {
    const { version, runs } = JSON.parse(rendered('sarif')) as Sarif;
    const [run] = runs;
    expect(version).toBe('2.1.0');
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['M003', 'error'],
      ['P006', 'error'],
      ['V015', 'warning'],
    ]);
    for (const { ruleId, ruleIndex, message } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe('');
    }
    expect(run?.results[0]).toMatchObject({ occurrenceCount: 25 });
    expect(run?.results[0]?.relatedLocations).toHaveLength(19);
    expect(run?.results[1]?.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'root/CLAIMS/c3.xml' }, region: { startLine: 9 } },
      logicalLocations: [{ fullyQualifiedName: '/checkupClaim/settlement/claimAmount[2]', kind: 'element' }],
    });
  });

  it('has the structure of the standard, whatever the findings, names and values', () => {
    expect(sarifDefects(JSON.parse(rendered('sarif')))).toEqual([]);
    expect(sarifDefects(JSON.parse(rendered('sarif', new Summing().summary(sampleHeader))))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(sarifDefects(JSON.parse(rendered('sarif', hostile(value))))).toEqual([]);
      }),
    );
    const broken = JSON.parse(rendered('sarif')) as Sarif;
    broken.runs[0]!.results[0]!.level = 'fatal';
    expect(sarifDefects({ ...broken, extra: 1 })).toEqual([
      '$.runs[0].results[0].level is no one of none,note,warning,error',
      '$.extra is not of SARIF',
    ]);
  });

  it('is JSON with relative references, whatever the names and values', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../x', 'http://x/y', '//h'),
    );
    fc.assert(
      fc.property(text, (value) => {
        const { runs } = JSON.parse(rendered('sarif', hostile(value))) as Sarif;
        const { uri } = (
          runs[0]?.results[0]?.locations[0] as { physicalLocation: { artifactLocation: { uri: string } } }
        ).physicalLocation.artifactLocation;
        expect(new URL(uri, 'http://base/folder/').href).toMatch(/^http:\/\/base\/folder\//);
      }),
    );
    const empty = new Summing().summary(sampleHeader);
    expect((JSON.parse(rendered('sarif', empty)) as Sarif).runs[0]?.results).toEqual([]);
  });
});
