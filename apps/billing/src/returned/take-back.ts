import type { Transaction } from '@daiko/persistence';
import { v7 as uuidv7 } from 'uuid';
import { insertJournals, journalsById } from '../ledger/ledger.store.js';
import { reverseJournal } from '../ledger/reverse-journal.js';
import { findReturned, withdrawClaims } from './returned.store.js';

/**
 * E1r: takes back what was accepted of a submission that was returned as a whole, before anything of it was sealed; nothing where it
 * was not. A journal of E1 is of one submission, so that its mirror is the whole of it.
 */
export async function takeBack(tx: Transaction, submissionId: string): Promise<void> {
  const returned = await findReturned(tx, submissionId);
  if (returned === null) return;
  const originals = await journalsById(tx, await withdrawClaims(tx, submissionId));
  const { messageId: causeMessageId, returnedAt: occurredAt } = returned;
  const mirrors = originals.map((original) =>
    reverseJournal(original, { id: uuidv7(), causeMessageId, rule: 'E1r', occurredAt }),
  );
  await insertJournals(tx, mirrors);
}
