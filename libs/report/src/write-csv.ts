import type { Defect, DefectPlace, ReportSummary } from './summary.js';
import { correctionLine, itemName, reasonName, severityWords, titleOf } from './words.js';

/** Columns of the CSV form, in order. */
export const csvColumns = [
  '番号 / no',
  '重大度 / severity',
  '規則 / rule',
  '不備 / defect',
  '返戻理由コード / reason code',
  '返戻理由 / reason',
  '件数 / count',
  '記録数 / records',
  '記録番号 / record',
  'ファイル / file',
  '行 / line',
  '整理番号 / ticket number',
  '項目コード / item code',
  '項目名 / item',
  '検出値 / value',
  '期待値 / expected',
  '指摘 / finding',
  '対応 / what to do',
  '場所 / place',
  '受付番号 / receipt number',
] as const;
type CsvColumn = (typeof csvColumns)[number];

/**
 * 返戻一覧 as CSV (UTF-8 with BOM, RFC 4180): a row a place, defects in the order of mending. `count` and `records` are
 * those of the whole defect, of which only the first places have rows. Corrections (訂正) follow, a row each.
 */
export function* writeCsv({ header, defects }: ReportSummary): Generator<string> {
  yield `\ufeff${csvLine(csvColumns)}`;
  const date = header.versions.date;
  const receipt = header.receiptNumber ?? '';
  for (const [at, defect] of defects.entries()) {
    for (const place of defect.places) yield csvLine([...rowOf(at + 1, defect, place, date), receipt]);
  }
  for (const correction of header.corrections ?? []) {
    const own = { '不備 / defect': '訂正', '記録番号 / record': String(correction.index + 1) };
    const cells: Partial<Record<CsvColumn, string>> = {
      ...own,
      '指摘 / finding': correctionLine(correction),
    };
    yield csvLine([...csvColumns.slice(0, -1).map((column) => cells[column] ?? ''), receipt]);
  }
}

function rowOf(number: number, defect: Defect, place: DefectPlace, date: string): string[] {
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  return [
    text(number),
    severityWords[defect.severity].ja,
    defect.rule,
    titleOf(defect.rule).ja,
    text(defect.returnReason),
    reasonName(defect.returnReason),
    text(defect.count),
    text(defect.recordCount),
    place.record === null ? '' : text(place.record + 1),
    text(place.file),
    text(place.line),
    text(place.ticketNumber),
    text(defect.item),
    itemName(defect.item, date),
    text(place.value),
    text(place.expected),
    place.message.ja,
    defect.remedy.ja,
    text(place.xpath),
  ];
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** One quoted cell; what a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
