import type { ServiceTransaction } from '@daiko/messaging';
import type { AgencyReason } from '../query/return-reason.js';
import { findProgress, markJudged, type Progress } from './submission.store.js';

/** Says that a submission is judged: from here on its records may be sent on and sent back; all are sent back where it is returned. */
export async function endSubmission(
  tx: ServiceTransaction,
  submissionId: string,
  at: Date,
  returned?: AgencyReason,
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
    ...(returned !== undefined && { returned }),
  });
  return progress;
}
