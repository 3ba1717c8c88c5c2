import { randomUUID } from 'node:crypto';
import { actorOf, type Caller } from '@daiko/access';
import type { InspectedRecord } from '@daiko/contracts';
import type { ServiceTransaction } from '@daiko/messaging';
import { type UndecidedRecord, updateVerdict } from '../chunk/chunk.store.js';
import { releaseClaim } from '../history/claim-history.store.js';
import { setHistoryState } from '../history/history.store.js';
import type { Submission } from '../submission/submission.store.js';
import { decideQuery, type QueryDecision } from './decide-query.js';
import { closeQuestion } from './question.store.js';

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

/** Takes the answer (回答) of the record's insurer: its question is closed, and what it returns is returned by the insurer. */
export async function settleAnswer(
  tx: ServiceTransaction,
  submission: Submission,
  open: UndecidedRecord,
  decision: QueryDecision,
  now: Date,
): Promise<InspectedRecord> {
  const { submissionId } = submission;
  const isReturn = decision.decision === 'return';
  const judged = decideQuery(open.judged, decision);
  const decided: InspectedRecord = isReturn ? { ...judged, returnedBy: 'insurer' } : judged;
  await closeQuestion(tx, submissionId, open.index, isReturn ? 'return' : 'accept', now);
  await settleQuery(tx, submission, open, decided, 'query-answered', now);
  return decided;
}

/** The mark of what somebody did about one query, or read of it. */
export function markAct(
  tx: ServiceTransaction,
  caller: Caller,
  action: 'query:ask' | 'query:decide' | 'question:read' | 'question:answer',
  submissionId: string,
  index: number,
): void {
  tx.recordAccess({
    ...actorOf(caller),
    action,
    objectKind: 'record',
    objectId: `${submissionId}/${index}`,
    recordCount: 1,
  });
}
