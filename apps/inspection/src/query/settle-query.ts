import { randomUUID } from 'node:crypto';
import type { InspectedRecord } from '@daiko/contracts';
import type { ServiceTransaction } from '@daiko/messaging';
import { type UndecidedRecord, updateVerdict } from '../chunk/chunk.store.js';
import { releaseClaim } from '../history/claim-history.store.js';
import { setHistoryState } from '../history/history.store.js';
import type { Submission } from '../submission/submission.store.js';

/** Writes and publishes what became of an open query; a returned record no longer holds its claim. */
export async function settleQuery(
  tx: ServiceTransaction,
  submission: Submission,
  open: UndecidedRecord,
  decided: InspectedRecord,
  cause: 'query-decided' | 'query-answered',
  now: Date,
): Promise<void> {
  const { submissionId, providerNumber, kind } = submission;
  const isReturned = decided.verdict === 'returned';
  await updateVerdict(tx, submissionId, decided, isReturned ? null : open.claimKey, now);
  if (isReturned && open.claimKey !== null) {
    await releaseClaim(tx, submissionId, open.index, open.claimKey);
  }
  await setHistoryState(tx, submissionId, open.index, isReturned ? 'returned' : 'accepted', now);
  tx.publish('inspection.records.decided.v1', submissionId, {
    submissionId,
    providerNumber,
    kind,
    decisionId: randomUUID(),
    cause,
    records: [decided],
  });
}
