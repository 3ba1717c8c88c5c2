import { credit, debit, type Journal } from '../ledger/journal.js';
import { monthInJapan } from '../ledger/month.js';
import type { Claim } from './claim.js';

/**
 * E1 点検合格: Dr 1201 insurer / Cr 2101 provider, one journal a pair, for claims of one message.
 * `journalIds` has the id of each insurer's journal.
 */
export function postClaims(
  causeMessageId: string,
  claims: readonly Claim[],
  occurredAt: Date,
  journalIds: ReadonlyMap<string, string>,
): Journal[] {
  const byPair = Map.groupBy(
    claims,
    ({ providerNumber, insurerNumber }) => `${providerNumber}/${insurerNumber}`,
  );
  return [...byPair.values()].map((own) => {
    const { providerNumber, insurerNumber, processingMonth } = own[0]!;
    const id = journalIds.get(insurerNumber);
    if (id === undefined) throw new Error(`no journal id for insurer ${insurerNumber}`);
    const yen = own.reduce((sum, { claimYen }) => sum + claimYen, 0);
    return {
      id,
      causeMessageId,
      rule: 'E1',
      providerNumber,
      insurerNumber,
      bundleId: null,
      recordCount: own.length,
      occurredAt,
      period: monthInJapan(occurredAt),
      reverses: null,
      postings: [
        debit('1201', insurerNumber, processingMonth, yen),
        credit('2101', providerNumber, processingMonth, yen),
      ],
    };
  });
}
