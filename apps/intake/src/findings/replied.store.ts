import type { FindingMark } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import { insertFindings } from './finding.store.js';

/** What became of one pair of an insurer's archive. */
export interface RepliedRecord {
  index: number;
  isTaken: boolean;
  findings: readonly FindingMark[];
}

/** Notes which pairs were taken (`accepted`) and which were not (`returned`); a pair that is known already stays as it is. */
export async function noteReplied(
  tx: Transaction,
  submissionId: string,
  records: readonly RepliedRecord[],
): Promise<void> {
  const added = await tx.query<{ index: number }>(
    `WITH added AS (
       INSERT INTO record_verdict (submission_id, record_index, verdict)
       SELECT $1, r.* FROM unnest($2::int[], $3::text[]) AS r
       ON CONFLICT DO NOTHING RETURNING record_index, verdict),
     counted AS (
       UPDATE submission SET
         accepted_count = accepted_count + (SELECT count(*) FROM added WHERE verdict = 'accepted'),
         returned_count = returned_count + (SELECT count(*) FROM added WHERE verdict = 'returned'),
         state = CASE WHEN state = 'received' THEN 'inspecting' ELSE state END
       WHERE submission_id = $1)
     SELECT record_index AS index FROM added`,
    [
      submissionId,
      records.map(({ index }) => index),
      records.map(({ isTaken }) => (isTaken ? 'accepted' : 'returned')),
    ],
  );
  const isNew = new Set(added.map(({ index }) => index));
  const placed = records
    .filter(({ index }) => isNew.has(index))
    .flatMap(({ index, findings }) => findings.map((mark) => ({ recordIndex: index, mark })));
  await insertFindings(tx, submissionId, placed);
}

/** Ends the archive once it is known of every pair whether it was taken. */
export async function endWhenAllIsKnown(
  tx: Transaction,
  submissionId: string,
  endedAt: string,
): Promise<void> {
  await tx.query(
    `UPDATE submission SET state = 'judged', ended_at = $2
     WHERE submission_id = $1 AND state = 'inspecting' AND accepted_count + returned_count = record_count`,
    [submissionId, endedAt],
  );
}
