import type { ReportedCorrection, ReportedLink, ReportHeader } from './reported.js';
import type { ArchiveVerdict, Bilingual, RecordVerdict, Severity } from '@daiko/contracts';
import { codeLabel, itemByCode } from '@daiko/exchange-format';
import { catalogue } from '@daiko/inspection-rules';

const returnReasonTable = '1.2.392.200119.6.1109';

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  refuse: { ja: '受付不可', en: 'refuse' },
  return: { ja: '返戻', en: 'return' },
  query: { ja: '照会', en: 'query' },
  warning: { ja: '警告', en: 'warning' },
  info: { ja: '参考', en: 'info' },
};

export const recordWords: Readonly<Record<RecordVerdict, Bilingual>> = {
  accepted: { ja: '合格', en: 'accepted' },
  query: { ja: '照会', en: 'query' },
  returned: { ja: '返戻', en: 'returned' },
  held: { ja: '判定保留', en: 'held' },
};

export const archiveWords: Readonly<Record<ArchiveVerdict | 'inspecting', Bilingual>> = {
  accepted: { ja: '受付可', en: 'accepted' },
  refused: { ja: '受付不可', en: 'refused' },
  held: { ja: '判定保留（点検側の障害）', en: 'held (a fault of the checker)' },
  inspecting: { ja: '点検中', en: 'being inspected' },
};

const titles = new Map(catalogue.map(({ id, title }) => [id, title]));

/** Title of a rule; its id where an older report names a rule that is no more. */
export function titleOf(rule: string): Bilingual {
  return titles.get(rule) ?? { ja: rule, en: rule };
}

/** 別表9 label of a 返戻理由コード. */
export function reasonName(code: string | null): string {
  return code === null ? '' : (codeLabel(returnReasonTable, code) ?? '');
}

/** Name of an item of the item table; empty for items that it has not, such as those of guidance. */
export function itemName(code: string | null, date: string): string {
  return code === null ? '' : (itemByCode(code, date)?.name ?? '');
}

/** How often a defect was found, and in how many records. */
export function countText({
  count,
  recordCount,
}: {
  readonly count: number;
  readonly recordCount: number;
}): string {
  return `${count}件（${recordCount === 0 ? 'アーカイブ全体' : `${recordCount}記録`}）`;
}

/** What stands above the rules that were left open (`openRules`). */
export const openHeading: Bilingual = {
  ja: 'この点検では確かめていないこと',
  en: 'What this inspection left open',
};

/** Corrections (訂正) that a printed report lists; the others are counted. */
const LISTED_CORRECTIONS = 200;

/** Corrections in words, a line each. */
export function correctionLines(corrections: readonly ReportedCorrection[]): string[] {
  const lines = corrections.slice(0, LISTED_CORRECTIONS).map(correctionLine);
  const rest = corrections.length - lines.length;
  return rest > 0 ? [...lines, `ほか${rest}件`] : lines;
}

/** Why an archive was returned as a whole, in words. */
export function wholeReturnText({ returned = null }: Pick<ReportHeader, 'returned'>): string | null {
  if (returned === null) return null;
  return `${returned.returnReason} ${reasonName(returned.returnReason)}\u3000${returned.reason}`;
}

/** One correction in words. */
export function correctionLine({ index, corrects, correctedBy }: ReportedCorrection): string {
  const own = `記録${index + 1}`;
  if (corrects !== null) return `${own}は${linkText(corrects)}の訂正です。`;
  return `${own}は${linkText(correctedBy)}で訂正されました。`;
}

function linkText(link: ReportedLink | null): string {
  return link === null ? '' : `受付${link.receiptNumber ?? link.submissionId}の記録${link.index + 1}`;
}
