import type { Bilingual, FindingMark } from '@daiko/contracts';
import { codeLabel, OID_BASE } from '@daiko/exchange-format';
import type { ListedRecord } from './return.store.js';

/** Title and remedy of the rules of the catalogue, by id. */
export type RuleTexts = ReadonlyMap<string, { title: Bilingual; remedy: Bilingual }>;

const byteOrderMark = '\ufeff';
const columns = [
  '受領アーカイブ',
  '結果ファイル',
  '決済ファイル',
  '返戻理由コード',
  '返戻理由',
  '規則',
  '規則の名称',
  '重大度',
  'ファイル',
  '行',
  '項目コード',
  '対処',
];
const severities: Record<FindingMark['severity'], string> = {
  refuse: '受付不可',
  return: '返戻',
  query: '確認依頼',
  warning: '警告',
  info: '参考',
};
const reasonTables = { agency: `${OID_BASE}.1109`, insurer: `${OID_BASE}.1110` } as const;
const noFindingRemedy = '決済ファイルを標準の仕様に合わせて作り直し、改めて請求してください。';

/** First line of a 返戻一覧, with the mark that lets a spreadsheet see UTF-8. */
export function listHeading(): string {
  return byteOrderMark + lineOf(columns);
}

/** The lines of one record in a 返戻一覧: one a finding that speaks against it; file names, rules and codes, no values and no names. */
export function listRows(record: ListedRecord, texts: RuleTexts): string {
  const reason = record.returnReason ?? '09';
  const head = [record.archiveName, record.resultFile ?? '', record.claimFile ?? ''];
  const label = codeLabel(reasonTables[record.returnedBy], reason) ?? '';
  const findings = (record.findings ?? []).filter(
    ({ severity }) => severity === 'return' || severity === 'refuse',
  );
  if (findings.length === 0) {
    return lineOf([
      ...head,
      reason,
      label,
      '',
      record.returnText ?? '',
      severities.return,
      '',
      '',
      '',
      noFindingRemedy,
    ]);
  }
  return findings
    .map((finding) => {
      const text = texts.get(finding.rule);
      return lineOf([
        ...head,
        reason,
        label,
        finding.rule,
        text?.title.ja ?? '',
        severities[finding.severity],
        finding.file ?? '',
        finding.line === null ? '' : String(finding.line),
        finding.item ?? '',
        withoutPlaceholders(text?.remedy.ja ?? ''),
      ]);
    })
    .join('');
}

/** A remedy may speak of a value, which a list does not hold. */
function withoutPlaceholders(text: string): string {
  return text.replace(/\{\w+\}/g, '…');
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** Quoted where needed; a text that a spreadsheet would take for a formula is made a text. */
function cellOf(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
