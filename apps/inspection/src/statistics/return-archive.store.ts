import type { Transaction } from '@daiko/persistence';
import type { AgencyReason } from '../query/return-reason.js';

/**
 * Returns every record of a submission that is not returned yet (一括返戻): none holds its claim any longer, none waits for anybody.
 * The transaction holds the submission; records are locked before what hangs on them, as a decision on one of them does.
 */
export async function returnRecords(
  tx: Transaction,
  submissionId: string,
  { returnReason, returnText }: AgencyReason,
  at: Date,
): Promise<void> {
  await tx.query(
    `SELECT count(*) FROM (SELECT FROM record WHERE submission_id = $1 ORDER BY record_index FOR UPDATE) AS locked`,
    [submissionId],
  );
  await tx.query(
    `UPDATE question SET answered_at = $2, answer = 'decided-by-agency' WHERE submission_id = $1 AND answered_at IS NULL`,
    [submissionId, at],
  );
  await tx.query(
    `DELETE FROM claim_history USING record WHERE record.submission_id = $1
       AND claim_history.claim_key = record.claim_key AND claim_history.submission_id = $1`,
    [submissionId],
  );
  await tx.query(
    `UPDATE record SET was_accepted = (verdict = 'accepted'), verdict = 'returned', claim_key = NULL, judged = NULL, decided_at = $2
     WHERE submission_id = $1 AND verdict <> 'returned'`,
    [submissionId, at],
  );
  await tx.query(
    `UPDATE history_record SET state = 'returned', changed_at = $2
     WHERE submission_id = $1 AND state IN ('accepted', 'queried')`,
    [submissionId, at],
  );
  await tx.query(
    `UPDATE submission SET accepted_count = 0, query_count = 0, held_count = 0, returned_count = record_count,
       whole_return_reason = $2, whole_return_text = $3 WHERE submission_id = $1`,
    [submissionId, returnReason, returnText],
  );
}
