import type { Transaction } from '@daiko/persistence';
import { v7 as uuidv7 } from 'uuid';
import { insertJournals } from '../ledger/ledger.store.js';
import { isBilled, postSentBack } from './post-sent-back.js';
import { moveSentBack, sumsToPost } from './sent-back.store.js';

/** Posts what these insurers sent back as far as its claims are here and sealed; the transaction holds their lock. */
export async function settleSentBack(tx: Transaction, insurerNumbers: readonly string[]): Promise<void> {
  const sums = await sumsToPost(tx, insurerNumbers);
  await insertJournals(tx, postSentBack(sums, uuidv7));
  for (const sum of sums) await moveSentBack(tx, sum, isBilled(sum) ? 'offset' : 'sent-back');
}
