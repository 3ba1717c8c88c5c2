import type { ArchiveOutcome, Finding, GroupStatistics, WrittenStatistics } from '@daiko/inspection-rules';
import type { Transaction } from '@daiko/persistence';

/** What L9 said of a submission. */
export interface JudgedStatistics {
  findings: readonly Finding[];
  notChecked: readonly string[];
}

/** Takes the counters of all chunks; they are not kept beside the chunk any longer. */
export async function takeChunkStatistics(
  tx: Transaction,
  submissionId: string,
): Promise<WrittenStatistics[]> {
  const rows = await tx.query<{ statistics: WrittenStatistics }>(
    'SELECT statistics FROM chunk WHERE submission_id = $1 AND statistics IS NOT NULL',
    [submissionId],
  );
  await tx.query('UPDATE chunk SET statistics = NULL WHERE submission_id = $1 AND statistics IS NOT NULL', [
    submissionId,
  ]);
  return rows.map(({ statistics }) => statistics);
}

/** Counters of the years before those of `groups`, one line a submission. */
export async function findPastGroups(
  tx: Transaction,
  groups: readonly GroupStatistics[],
): Promise<GroupStatistics[]> {
  if (groups.length === 0) return [];
  return tx.query<GroupStatistics>(
    `SELECT institution_number AS institution, s.fiscal_year AS "fiscalYear", record_count AS "recordCount", counts
     FROM institution_statistics AS s
     JOIN unnest($1::text[], $2::integer[]) AS own (institution_number, fiscal_year) USING (institution_number)
     WHERE s.fiscal_year = own.fiscal_year - 1`,
    [groups.map(({ institution }) => institution), groups.map(({ fiscalYear }) => fiscalYear)],
  );
}

/** Keeps the counters of a submission; once. */
export async function enterGroups(
  tx: Transaction,
  submissionId: string,
  groups: readonly GroupStatistics[],
  at: Date,
): Promise<void> {
  if (groups.length === 0) return;
  await tx.query(
    `INSERT INTO institution_statistics (submission_id, institution_number, fiscal_year, record_count, counts, entered_at)
     SELECT $1, g.*, $6 FROM unnest($2::text[], $3::integer[], $4::integer[], $5::jsonb[]) AS g
     ON CONFLICT DO NOTHING`,
    [
      submissionId,
      groups.map(({ institution }) => institution),
      groups.map(({ fiscalYear }) => fiscalYear),
      groups.map(({ recordCount }) => recordCount),
      groups.map(({ counts }) => JSON.stringify(counts)),
      at,
    ],
  );
}

/** What became of the last archives of a provider, the latest first. */
export function findEarlierOutcomes(tx: Transaction, providerNumber: string): Promise<ArchiveOutcome[]> {
  return tx.query<ArchiveOutcome>(
    `SELECT accepted_count + query_count + returned_count AS "recordCount", returned_count AS "returnedCount"
     FROM submission WHERE provider_number = $1 AND state = 'judged' AND judged_at IS NOT NULL
     ORDER BY judged_at DESC LIMIT 3`,
    [providerNumber],
  );
}

/** Writes what L9 said, and since when the submission waits where it asks something. */
export async function noteStatistics(
  tx: Transaction,
  submissionId: string,
  statistics: JudgedStatistics & { groups: readonly GroupStatistics[] },
  askedAt: Date | null,
): Promise<void> {
  await tx.query(
    'UPDATE submission SET statistics = $2::json, statistics_asked_at = $3 WHERE submission_id = $1',
    [submissionId, JSON.stringify(statistics), askedAt],
  );
}

/** What L9 said of a submission; nothing while its records are judged. */
export async function findStatistics(tx: Transaction, submissionId: string): Promise<JudgedStatistics> {
  const rows = await tx.query<{ statistics: JudgedStatistics | null }>(
    'SELECT statistics FROM submission WHERE submission_id = $1',
    [submissionId],
  );
  return rows[0]?.statistics ?? { findings: [], notChecked: [] };
}

/** A submission that waits for a clerk. */
export interface AskingSubmission extends JudgedStatistics {
  submissionId: string;
  providerNumber: string;
  recordCount: number;
  askedAt: Date;
}

const waits = "statistics_asked_at IS NOT NULL AND state = 'inspecting'";

export function listAsking(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<AskingSubmission[]> {
  return tx.query<AskingSubmission>(
    `SELECT submission_id AS "submissionId", provider_number AS "providerNumber", record_count AS "recordCount",
       statistics_asked_at AS "askedAt", statistics->'findings' AS findings, statistics->'notChecked' AS "notChecked"
     FROM submission WHERE ${waits} AND ($1::uuid IS NULL OR submission_id > $1::uuid)
     ORDER BY submission_id LIMIT $2`,
    [after, limit],
  );
}

/** Locks a submission that waits; its counters, or null where it does not wait. */
export async function lockAsking(
  tx: Transaction,
  submissionId: string,
): Promise<readonly GroupStatistics[] | null> {
  const rows = await tx.query<{ groups: readonly GroupStatistics[] }>(
    `SELECT statistics->'groups' AS groups FROM submission WHERE submission_id = $1 AND ${waits} FOR UPDATE`,
    [submissionId],
  );
  return rows[0]?.groups ?? null;
}
