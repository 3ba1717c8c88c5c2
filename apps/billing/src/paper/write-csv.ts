import type { PaperKind, PaperList, PaperSums } from './paper.js';

const byteOrderMark = '\uFEFF';
const kindWords = { checkup: '特定健診', guidance: '特定保健指導' } as const;
/** 請求区分コード (別表7). */
const claimTypeWords: Readonly<Record<string, string>> = {
  '1': '基本的な健診',
  '2': '基本＋詳細',
  '3': '基本＋追加',
  '4': '基本＋詳細＋追加',
  '5': '人間ドック',
};

/**
 * One CSV field (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@\t\r|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvRow = (values: readonly (string | number)[]): string =>
  `${values.map(csvField).join(',')}\r\n`;

const sums = (of: PaperSums): number[] => [
  of.recordCount,
  of.unitYen,
  of.copaymentYen,
  of.otherProgramYen,
  of.claimYen,
];

/** Papers of a month as CSV: UTF-8 with byte order mark, CRLF, a line per kind and 請求区分 and a total per partner. */
export function writePapersCsv(kind: PaperKind, list: PaperList): string {
  const partner = kind === 'invoice' ? '保険者番号' : '健診・保健指導機関番号';
  const amount = kind === 'invoice' ? '請求額（円）' : '支払額（円）';
  const head = [
    '処理月',
    partner,
    '行',
    '実施区分',
    '請求区分',
    '請求区分名',
    '件数',
    '単価合計（円）',
    '窓口負担（円）',
    '他制度負担（円）',
    amount,
    '対象',
  ];
  const rows = list.items.flatMap((paper) => [
    ...paper.lines.map((line) => [
      list.month,
      paper.partnerNumber,
      '明細',
      kindWords[line.kind],
      line.claimType ?? '',
      claimTypeWords[line.claimType ?? ''] ?? '',
      ...sums(line),
      list.scope.ja,
    ]),
    [list.month, paper.partnerNumber, '合計', '', '', '', ...sums(paper), list.scope.ja],
  ]);
  return byteOrderMark + [head, ...rows].map(csvRow).join('');
}
