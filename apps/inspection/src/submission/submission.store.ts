import type { ArchiveKind, PayloadRef } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { PlannedChunk } from './plan-chunks.js';

/** A submission as inspection keeps it. Yen and counts as judged so far. */
export interface Submission {
  submissionId: string;
  providerNumber: string;
  senderNumber: string;
  kind: ArchiveKind;
  fileName: string;
  inspectionDate: string;
  settingsVersion: string;
  payload: PayloadRef;
  state: 'inspecting' | 'judged' | 'refused';
  recordCount: number;
  chunkCount: number;
  ordinaryCount: number;
  /** One in so many valid documents is shown to the second opinion. */
  opinionShare: number;
  /** The masters that its chunks are judged by. */
  mastersEpoch: number;
  /** 受付番号; null where it was not kept yet. */
  receiptNumber: string | null;
  /** Why it was returned as a whole (一括返戻); null where it was not. */
  returned: { returnReason: string; reason: string } | null;
}

const columns = `submission_id AS "submissionId", provider_number AS "providerNumber", sender_number AS "senderNumber", kind,
  file_name AS "fileName", inspection_date AS "inspectionDate", settings_version AS "settingsVersion", payload, state,
  record_count AS "recordCount", chunk_count AS "chunkCount", ordinary_chunk_count AS "ordinaryCount", opinion_share AS "opinionShare",
  masters_epoch AS "mastersEpoch", receipt_number AS "receiptNumber",
  CASE WHEN whole_return_reason IS NOT NULL
    THEN jsonb_build_object('returnReason', whole_return_reason, 'reason', whole_return_text) END AS returned`;

export async function findSubmission(tx: Transaction, submissionId: string): Promise<Submission | null> {
  const rows = await tx.query<Submission>(`SELECT ${columns} FROM submission WHERE submission_id = $1`, [
    submissionId,
  ]);
  return rows[0] ?? null;
}

export interface NewSubmission extends Submission {
  sha256: string;
  recordHashSum: bigint;
  claimYen: number;
  archiveReport: PayloadRef | null;
  takenAt: Date;
}

export async function insertSubmission(tx: Transaction, submission: NewSubmission): Promise<void> {
  await tx.query(
    `INSERT INTO submission (submission_id, provider_number, sender_number, kind, file_name, sha256, inspection_date,
       settings_version, payload, state, record_count, record_hash_sum, claim_yen, chunk_count, ordinary_chunk_count,
       archive_report, taken_at, opinion_share, masters_epoch, receipt_number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12::numeric, $13, $14, $15, $16::jsonb, $17, $18, $19, $20)`,
    [
      submission.submissionId,
      submission.providerNumber,
      submission.senderNumber,
      submission.kind,
      submission.fileName,
      submission.sha256,
      submission.inspectionDate,
      submission.settingsVersion,
      JSON.stringify(submission.payload),
      submission.state,
      submission.recordCount,
      submission.recordHashSum.toString(),
      submission.claimYen,
      submission.chunkCount,
      submission.ordinaryCount,
      submission.archiveReport === null ? null : JSON.stringify(submission.archiveReport),
      submission.takenAt,
      submission.opinionShare,
      submission.mastersEpoch,
      submission.receiptNumber,
    ],
  );
}

export async function insertChunks(
  tx: Transaction,
  submissionId: string,
  chunks: PlannedChunk[],
): Promise<void> {
  const json = chunks.map((chunk) => ({ ...chunk, recordHashSum: chunk.recordHashSum.toString() }));
  await tx.query(
    `INSERT INTO chunk (submission_id, chunk_index, record_indexes, record_hash_sum, claim_yen)
     SELECT $1, (c->>'chunkIndex')::int, ARRAY(SELECT jsonb_array_elements_text(c->'recordIndexes')::int),
            (c->>'recordHashSum')::numeric, (c->>'claimYen')::bigint
     FROM jsonb_array_elements($2::jsonb) AS c`,
    [submissionId, JSON.stringify(json)],
  );
}

export interface Progress {
  chunkCount: number;
  ordinaryCount: number;
  inspectedCount: number;
  recordCount: number;
  recordHashSum: string;
  accepted: number;
  query: number;
  returned: number;
  held: number;
}

const progressColumns = `chunk_count AS "chunkCount", ordinary_chunk_count AS "ordinaryCount",
  inspected_chunk_count AS "inspectedCount", record_count AS "recordCount", record_hash_sum::text AS "recordHashSum",
  accepted_count AS accepted, query_count AS query, returned_count AS returned, held_count AS held`;

/** How far a submission is. */
export async function findProgress(tx: Transaction, submissionId: string): Promise<Progress> {
  const rows = await tx.query<Progress>(
    `SELECT ${progressColumns} FROM submission WHERE submission_id = $1`,
    [submissionId],
  );
  const progress = rows[0];
  if (progress === undefined) throw new Error('the submission is gone');
  return progress;
}

/** Counts one more chunk as inspected and answers how far the submission is; the row lock makes exactly one caller see the last. */
export async function countChunk(
  tx: Transaction,
  submissionId: string,
  counts: { accepted: number; query: number; returned: number; held: number },
): Promise<Progress> {
  const rows = await tx.query<Progress>(
    `UPDATE submission SET inspected_chunk_count = inspected_chunk_count + 1, accepted_count = accepted_count + $2,
       query_count = query_count + $3, returned_count = returned_count + $4, held_count = held_count + $5
     WHERE submission_id = $1
     RETURNING ${progressColumns}`,
    [submissionId, counts.accepted, counts.query, counts.returned, counts.held],
  );
  const progress = rows[0];
  if (progress === undefined) throw new Error('the submission of an inspected chunk is gone');
  return progress;
}

export async function markJudged(tx: Transaction, submissionId: string, judgedAt: Date): Promise<void> {
  await tx.query(`UPDATE submission SET state = 'judged', judged_at = $2 WHERE submission_id = $1`, [
    submissionId,
    judgedAt,
  ]);
}
