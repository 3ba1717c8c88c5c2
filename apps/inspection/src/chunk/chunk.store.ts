import { type InspectedRecord, type PayloadRef, recordHash, type RecordVerdict } from '@daiko/contracts';
import type { WrittenStatistics } from '@daiko/inspection-rules';
import type { Transaction } from '@daiko/persistence';

export interface PlannedChunkRow {
  recordIndexes: number[];
  isInspected: boolean;
}

export async function findChunk(
  tx: Transaction,
  submissionId: string,
  chunkIndex: number,
): Promise<PlannedChunkRow | null> {
  const rows = await tx.query<PlannedChunkRow>(
    `SELECT record_indexes AS "recordIndexes", inspected_at IS NOT NULL AS "isInspected"
     FROM chunk WHERE submission_id = $1 AND chunk_index = $2`,
    [submissionId, chunkIndex],
  );
  return rows[0] ?? null;
}

/** Marks the chunk as inspected; false where another delivery of the same message was first. */
export async function finishChunk(
  tx: Transaction,
  submissionId: string,
  chunkIndex: number,
  report: PayloadRef | null,
  statistics: WrittenStatistics,
  inspectedAt: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE chunk SET inspected_at = $3, report = $4::jsonb, statistics = $5::jsonb
     WHERE submission_id = $1 AND chunk_index = $2 AND inspected_at IS NULL RETURNING chunk_index`,
    [
      submissionId,
      chunkIndex,
      inspectedAt,
      report === null ? null : JSON.stringify(report),
      JSON.stringify(statistics),
    ],
  );
  return rows.length === 1;
}

export interface JudgedRow {
  record: InspectedRecord;
  claimKey: Buffer | null;
  faultNumber: string | null;
}

/** One statement a chunk. Only queries and held records keep their judgement, for the decision that comes later. */
export async function insertRecords(
  tx: Transaction,
  submissionId: string,
  chunkIndex: number,
  rows: JudgedRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO record (submission_id, chunk_index, record_index, verdict, claim_yen, record_hash, claim_key, fault_number, judged)
     SELECT $1, $2, r.* FROM unnest($3::int[], $4::text[], $5::bigint[], $6::numeric[], $7::bytea[], $8::text[], $9::jsonb[]) AS r`,
    [
      submissionId,
      chunkIndex,
      rows.map(({ record }) => record.index),
      rows.map(({ record }) => record.verdict),
      rows.map(({ record }) => record.claim?.claimYen ?? 0),
      rows.map(({ record }) => recordHash(submissionId, record.index).toString()),
      rows.map(({ claimKey }) => claimKey),
      rows.map(({ faultNumber }) => faultNumber),
      rows.map(({ record }) => (isUndecided(record.verdict) ? JSON.stringify(record) : null)),
    ],
  );
}

function isUndecided(verdict: RecordVerdict): boolean {
  return verdict === 'query' || verdict === 'held';
}

export interface UndecidedRecord {
  submissionId: string;
  index: number;
  judged: InspectedRecord;
  claimKey: Buffer | null;
  faultNumber: string | null;
}

const undecided = `submission_id AS "submissionId", record_index AS index, judged, claim_key AS "claimKey", fault_number AS "faultNumber"`;

export function listUndecided(
  tx: Transaction,
  verdict: 'query' | 'held',
  after: { submissionId: string; index: number } | null,
  limit: number,
): Promise<UndecidedRecord[]> {
  return tx.query<UndecidedRecord>(
    `SELECT ${undecided} FROM record WHERE verdict = $1
       AND ($2::uuid IS NULL OR (submission_id, record_index) > ($2::uuid, $3::int))
     ORDER BY submission_id, record_index LIMIT $4`,
    [verdict, after?.submissionId ?? null, after?.index ?? 0, limit],
  );
}

/** The record, locked, where it still has `verdict`. */
export async function lockUndecided(
  tx: Transaction,
  verdict: 'query' | 'held',
  submissionId: string,
  index: number,
): Promise<UndecidedRecord | null> {
  const rows = await tx.query<UndecidedRecord>(
    `SELECT ${undecided} FROM record WHERE submission_id = $1 AND record_index = $2 AND verdict = $3 FOR UPDATE`,
    [submissionId, index, verdict],
  );
  return rows[0] ?? null;
}

export async function updateVerdict(
  tx: Transaction,
  submissionId: string,
  record: InspectedRecord,
  claimKey: Buffer | null,
  decidedAt: Date,
): Promise<void> {
  await tx.query(
    `UPDATE record SET verdict = $3, claim_yen = $4, claim_key = $5, judged = $6::jsonb, decided_at = $7
     WHERE submission_id = $1 AND record_index = $2`,
    [
      submissionId,
      record.index,
      record.verdict,
      record.claim?.claimYen ?? 0,
      claimKey,
      isUndecided(record.verdict) ? JSON.stringify(record) : null,
      decidedAt,
    ],
  );
}
