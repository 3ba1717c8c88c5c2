import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { finding, record, sampleHeader, sampleSummary } from '../../test/sample-report.js';
import { type ReportSummary, Summing } from '../summary.js';
import { layOutReport } from './lay-out-report.js';
import { type Mark, paper } from './page-layout.js';
import { type TextMeasure, wrap } from './text-measure.js';
import { pdfFontPath, writePdf } from './write-pdf.js';

// Fonts are opened and pages packed: long on a busy machine.
jest.setTimeout(60_000);

let font: Buffer;
beforeAll(async () => {
  font = await readFile(pdfFontPath());
});

/** Full width for what is not ASCII; knows no 𠮷. */
const measure: TextMeasure = {
  has: (character) => character !== '𠮷',
  widthOf: (character) => (character < '\u0080' ? 0.5 : 1),
};

const textsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

async function pdfOf(summary: ReportSummary): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writePdf(summary, font)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A report of many findings, all different in place and value. */
function longReport(records: number): ReportSummary {
  const summing = new Summing();
  for (let index = 0; index < records; index++) {
    const at = { file: `root/DATA/h${index}.xml`, line: index, value: `値${index}`, item: `9N${index % 50}` };
    summing.addRecord(record(index, [finding('M003', 'return', at)]));
  }
  return summing.summary(sampleHeader);
}

describe('the pages of the printed report', () => {
  it('say who, when, what, where, and what to do; ticket numbers but no names', () => {
    const texts = textsOf(layOutReport(sampleSummary(), measure).flat()).join('\n');
    for (const part of [
      '1319999981_91399998_202611240_1',
      '送付元　1319999981',
      '2026年11月24日',
      '返戻 25件',
    ]) {
      expect(texts).toContain(part);
    }
    for (const part of ['26000000003', 'CLAIMS/c3.xml', '7000', '7500', '返戻理由 09', '対応: P006の対応']) {
      expect(texts).toContain(part);
    }
    expect(texts).toContain('[M003] BMIの記録がありません　25件（25記録）');
    expect(texts).toContain('最初の20件（ほか5件は同じ不備）');
    expect(texts.indexOf('[M003]')).toBeLessThan(texts.indexOf('[P006]'));
  });

  it('repeat the head of a table on every page it goes on to, and keep all marks on the paper', () => {
    const pages = layOutReport(longReport(150), measure);
    expect(pages.length).toBeGreaterThan(5);
    for (const marks of pages) {
      const texts = textsOf(marks);
      if (texts.some((text) => /^(DATA|CLAIMS)\//.test(text))) expect(texts).toContain('ファイル');
      for (const mark of marks) {
        expect(mark.y).toBeGreaterThanOrEqual(paper.top);
        expect(mark.y).toBeLessThanOrEqual(paper.height - paper.bottom);
      }
    }
  });

  it('count what is left out, so that their number does not grow with the archive', () => {
    const pages = layOutReport(longReport(2100), measure).length;
    expect(layOutReport(longReport(2600), measure)).toHaveLength(pages);
  });

  it('say that there is nothing to mend', () => {
    const texts = textsOf(layOutReport(new Summing().summary(sampleHeader), measure).flat());
    expect(texts).toContain('指摘はありません。');
  });
});

describe('a text on a page', () => {
  it('is broken where it must: long words too, but no line begins with a closing mark', () => {
    expect(wrap(measure, 'x'.repeat(25), 10, 50)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
    expect(wrap(measure, 'あいうえお。か', 10, 50)).toEqual(['あいうえ', 'お。か']);
    expect(wrap(measure, '', 10, 50)).toEqual(['']);
  });

  it('shows a sign for what the font has not, for controls and for marks that turn the writing', () => {
    expect(wrap(measure, '𠮷田\u0000\u202e1\n2', 10, 500)).toEqual(['〓田〓〓1 2']);
  });

  it('of any length takes a cell of bounded height', () => {
    const summing = new Summing();
    summing.addRecord(
      record(0, [finding('V015', 'query', { value: '長'.repeat(100_000), file: 'r/DATA/h0.xml' })]),
    );
    const pages = layOutReport(summing.summary(sampleHeader), measure);
    expect(pages.length).toBeLessThan(4);
    expect(textsOf(pages.flat()).some((text) => text.endsWith('…'))).toBe(true);
  });
});

describe('the PDF', () => {
  it('is the same for the same report, dated by the day of the inspection', async () => {
    const [first, second] = [await pdfOf(sampleSummary()), await pdfOf(sampleSummary())];
    expect(first.equals(second)).toBe(true);
    const text = first.toString('latin1');
    expect(text).toMatch(/^%PDF-1\.\d/);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(text.includes('D:20261124030000Z')).toBe(true);
  });

  it('embeds of the font what it uses', async () => {
    const pdf = await pdfOf(sampleSummary());
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2 /);
    expect(pdf.length).toBeLessThan(font.length / 20);
  });

  it('has as many pages as were laid out, each with text', async () => {
    const pdf = (await pdfOf(longReport(60))).toString('latin1');
    const count = Number(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf.replaceAll('\n', ' '))?.[1]);
    expect(count).toBeGreaterThan(2);
    const streams = [...pdf.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\n([^]*?)\nendstream/g)];
    const pages = streams
      .map(([, bytes]) => inflateSync(Buffer.from(bytes!, 'latin1')).toString('latin1'))
      .filter((content) => / Tf\b/.test(content));
    expect(pages).toHaveLength(count);
  });

  it('is written even where no character is in the font', async () => {
    const summing = new Summing();
    summing.addRecord(
      record(0, [finding('V015', 'query', { value: '\u{1f600}\u0001\ud800', file: '\u{2ffff}' })]),
    );
    const pdf = await pdfOf(summing.summary(sampleHeader));
    expect(pdf.length).toBeGreaterThan(1000);
  });
});
