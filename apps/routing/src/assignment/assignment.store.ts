import type { MessageData, RecordState } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { AssignedRecord, RecordOrigin } from './assign-records.js';

type Received = MessageData<'intake.submission.received.v1'>;
type Judged = MessageData<'inspection.submission.judged.v1'>;

/** Makes the submission's row unless it is there, and locks it until the transaction ends: one message of a submission at a time. */
export async function lockSubmission(
  tx: Transaction,
  submissionId: string,
  origin: RecordOrigin | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO submission (submission_id, provider_number, kind) VALUES ($1, $2, $3)
     ON CONFLICT (submission_id) DO UPDATE SET
       provider_number = COALESCE(submission.provider_number, EXCLUDED.provider_number),
       kind = COALESCE(submission.kind, EXCLUDED.kind)`,
    [submissionId, origin?.providerNumber ?? null, origin?.kind ?? null],
  );
}

export async function noteReceived(tx: Transaction, received: Received): Promise<void> {
  await tx.query(
    `UPDATE submission SET root_name = $2, payload = $3, received_at = $4
     WHERE submission_id = $1 AND payload IS NULL`,
    [received.submissionId, received.rootName, received.payload, received.receivedAt],
  );
}

export async function noteJudged(tx: Transaction, judged: Judged, now: Date): Promise<void> {
  await tx.query(
    `UPDATE submission SET chunk_count = $2, record_count = $3, record_hash_sum = $4, judged_at = $5,
       whole_return_reason = $6, whole_return_text = $7
     WHERE submission_id = $1 AND judged_at IS NULL`,
    [
      judged.submissionId,
      judged.chunkCount,
      judged.recordCount,
      judged.recordHashSum,
      now,
      judged.returned?.returnReason ?? null,
      judged.returned?.returnText ?? null,
    ],
  );
}

/** False where the chunk was taken before. */
export async function noteChunk(
  tx: Transaction,
  chunk: { submissionId: string; chunkIndex: number; recordCount: number },
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO chunk_seen (submission_id, chunk_index, record_count, seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING chunk_index`,
    [chunk.submissionId, chunk.chunkIndex, chunk.recordCount, now],
  );
  return rows.length > 0;
}

/** States of the named records that are here already, locked. */
export async function heldStates(
  tx: Transaction,
  submissionId: string,
  indexes: readonly number[],
): Promise<Map<number, RecordState>> {
  const rows = await tx.query<{ index: number; state: RecordState }>(
    `SELECT record_index AS index, state FROM record
     WHERE submission_id = $1 AND record_index = ANY($2::int[]) ORDER BY record_index FOR UPDATE`,
    [submissionId, indexes],
  );
  return new Map(rows.map(({ index, state }) => [index, state]));
}

/** Writes the records of one message in one statement. */
export async function writeRecords(
  tx: Transaction,
  submissionId: string,
  records: readonly AssignedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `INSERT INTO record (submission_id, record_index, state, provider_number, kind, insurer_number,
       unit_yen, copayment_yen, other_program_yen, claim_yen, record_hash, is_readable,
       return_reason, return_text, returned_by, result_entry, claim_entry, findings)
     SELECT $1, r."recordIndex", r.state, r."providerNumber", r.kind, r."insurerNumber",
       r."unitYen", r."copaymentYen", r."otherProgramYen", r."claimYen", r."recordHash", r."isReadable",
       r."returnReason", r."returnText", r."returnedBy", NULLIF(r."resultEntry", 'null'), NULLIF(r."claimEntry", 'null'),
       NULLIF(r.findings, 'null')
     FROM jsonb_to_recordset($2::jsonb) AS r(
       "recordIndex" int, state text, "providerNumber" text, kind text, "insurerNumber" text,
       "unitYen" bigint, "copaymentYen" bigint, "otherProgramYen" bigint, "claimYen" bigint,
       "recordHash" numeric, "isReadable" boolean, "returnReason" text, "returnText" text, "returnedBy" text,
       "resultEntry" jsonb, "claimEntry" jsonb, findings jsonb)
     ON CONFLICT (submission_id, record_index) DO UPDATE SET
       state = EXCLUDED.state, insurer_number = EXCLUDED.insurer_number, unit_yen = EXCLUDED.unit_yen,
       copayment_yen = EXCLUDED.copayment_yen, other_program_yen = EXCLUDED.other_program_yen,
       claim_yen = EXCLUDED.claim_yen, is_readable = EXCLUDED.is_readable,
       return_reason = EXCLUDED.return_reason, return_text = EXCLUDED.return_text,
       returned_by = EXCLUDED.returned_by,
       result_entry = EXCLUDED.result_entry, claim_entry = EXCLUDED.claim_entry, findings = EXCLUDED.findings`,
    [submissionId, JSON.stringify(records)],
  );
}

/** `open`: something has not come yet; `differs`: all has come, and it is not what inspection says it judged. */
export type Completeness = 'complete' | 'open' | 'differs';

/** Marks the submission complete once all that inspection judged is held here, by count of chunks, count and digest sum of records. */
export async function settleSubmission(tx: Transaction, submissionId: string): Promise<Completeness> {
  const [seen] = await tx.query<{ hasAll: boolean; isComplete: boolean }>(
    `SELECT is_complete AS "isComplete",
       judged_at IS NOT NULL AND payload IS NOT NULL AND chunk_count =
         (SELECT count(*) FROM chunk_seen c WHERE c.submission_id = s.submission_id) AS "hasAll"
     FROM submission s WHERE submission_id = $1`,
    [submissionId],
  );
  if (seen?.isComplete === true) return 'complete';
  if (seen?.hasAll !== true) return 'open';
  const [completed] = await tx.query<{ isReturned: boolean }>(
    `UPDATE submission s SET is_complete = true
     WHERE submission_id = $1 AND (record_count, record_hash_sum) =
       (SELECT count(*), COALESCE(sum(record_hash), 0) FROM record r WHERE r.submission_id = $1)
     RETURNING whole_return_reason IS NOT NULL AS "isReturned"`,
    [submissionId],
  );
  if (completed?.isReturned === true) await recallRecords(tx, submissionId);
  return completed === undefined ? 'differs' : 'complete';
}

/** Returns what is not returned yet of a submission that was returned as a whole: nothing of it was sealed before all of it was here. */
async function recallRecords(tx: Transaction, submissionId: string): Promise<void> {
  await tx.query(
    `UPDATE record r SET state = 'returned', return_reason = s.whole_return_reason, return_text = s.whole_return_text, returned_by = 'agency',
       findings = CASE WHEN r.is_readable THEN NULL ELSE COALESCE(r.findings, '[]'::jsonb) END
     FROM submission s
     WHERE s.submission_id = $1 AND r.submission_id = $1 AND r.state IN ('accepted', 'query', 'held')`,
    [submissionId],
  );
}

/** True for a submission all of whose records were returned as a whole: what was decided of one of them before is passed by. */
export async function isReturnedWhole(tx: Transaction, submissionId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM submission WHERE submission_id = $1 AND is_complete AND whole_return_reason IS NOT NULL`,
    [submissionId],
  );
  return rows.length > 0;
}
