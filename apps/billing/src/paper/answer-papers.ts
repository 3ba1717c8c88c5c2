import type { Paper, PaperKind, PaperList } from './paper.js';
import { writePapersCsv } from './write-csv.js';

/** What the answer needs of the HTTP response. */
interface Reply {
  header(name: string, value: string): unknown;
}

const partnerName = { invoice: 'insurerNumber', 'payment-notice': 'providerNumber' } as const;

/** Papers as the caller asked for them: JSON with the partner's number under its own name, or a CSV file. */
export function answerPapers(
  kind: PaperKind,
  list: PaperList,
  format: 'json' | 'csv' | undefined,
  reply: Reply,
): object | string {
  if (format !== 'csv') return { ...list, items: list.items.map((paper) => named(kind, paper)) };
  reply.header('content-type', 'text/csv; charset=utf-8; header=present');
  reply.header('content-disposition', `attachment; filename="${kind}-${list.month}.csv"`);
  return writePapersCsv(kind, list);
}

function named(kind: PaperKind, { partnerNumber, ...paper }: Paper): object {
  return { [partnerName[kind]]: partnerNumber, ...paper };
}
