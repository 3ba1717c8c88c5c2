import type { ServiceTransaction } from '@daiko/messaging';
import { findProgress, markJudged, type Progress } from './submission.store.js';

/** Says that a submission is judged: from here on its records may be sent on and sent back. */
export async function endSubmission(
  tx: ServiceTransaction,
  submissionId: string,
  at: Date,
): Promise<Progress> {
  const progress = await findProgress(tx, submissionId);
  await markJudged(tx, submissionId, at);
  tx.publish('inspection.submission.judged.v1', submissionId, {
    submissionId,
    chunkCount: progress.chunkCount,
    recordCount: progress.recordCount,
    recordHashSum: progress.recordHashSum,
    acceptedCount: progress.accepted,
    queryCount: progress.query,
    returnedCount: progress.returned,
    heldCount: progress.held,
  });
  return progress;
}
