import type { Journal, PostingRule } from './journal.js';
import { monthInJapan } from './month.js';

/** Why and when a journal is taken back. */
export interface Reversal {
  id: string;
  causeMessageId: string;
  rule: PostingRule;
  occurredAt: Date;
}

/** The mirror of a journal: same accounts, partners and yen with the sides changed, naming the original (a journal is never changed). */
export function reverseJournal(original: Journal, reversal: Reversal): Journal {
  return {
    ...original,
    ...reversal,
    period: monthInJapan(reversal.occurredAt),
    reverses: original.id,
    postings: original.postings.map((posting) => ({
      ...posting,
      debitYen: posting.creditYen,
      creditYen: posting.debitYen,
    })),
  };
}
