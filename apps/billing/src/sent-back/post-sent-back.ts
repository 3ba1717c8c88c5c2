import { credit, debit, type Journal } from '../ledger/journal.js';
import { monthInJapan } from '../ledger/month.js';

/** Claims of one provider and month that one message sent back. */
export interface SentBackSum {
  messageId: string;
  insurerNumber: string;
  providerNumber: string;
  processingMonth: string;
  sentBackAt: Date;
  recordCount: number;
  claimYen: number;
}

/** True where the bill of the claims' month is out: their month is over in Japan. */
export function isBilled({
  processingMonth,
  sentBackAt,
}: Pick<SentBackSum, 'processingMonth' | 'sentBackAt'>): boolean {
  return processingMonth < monthInJapan(sentBackAt);
}

/**
 * E2r 未決済返戻: Dr 2101 provider / Cr 1202 insurer, the claim leaves the bill of its month. E9 過誤 after settlement: Dr 1230
 * provider / Cr 2120 insurer, to be offset; the bill that is out stays as it is. The ledger decides which, not the 種別.
 */
export function postSentBack(sums: readonly SentBackSum[], newId: () => string): Journal[] {
  const groups = Map.groupBy(sums, (sum) => [sum.messageId, sum.providerNumber, isBilled(sum)].join());
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { insurerNumber, providerNumber, messageId, sentBackAt } = first;
    const [provider, insurer] = isBilled(first) ? (['1230', '2120'] as const) : (['2101', '1202'] as const);
    return [
      {
        id: newId(),
        causeMessageId: messageId,
        rule: isBilled(first) ? 'E9' : 'E2r',
        providerNumber,
        insurerNumber,
        bundleId: null,
        recordCount: own.reduce((sum, { recordCount }) => sum + recordCount, 0),
        occurredAt: sentBackAt,
        period: monthInJapan(sentBackAt),
        reverses: null,
        postings: own.flatMap(({ processingMonth, claimYen }) => [
          debit(provider, providerNumber, processingMonth, claimYen),
          credit(insurer, insurerNumber, processingMonth, claimYen),
        ]),
      },
    ];
  });
}
