import type { InspectedRecord } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import { findingColumns, findingNames, type PlacedFinding, unnestFindings } from './finding.store.js';

const countsOf = (name: string): string =>
  `${name} AS (SELECT count(*) FILTER (WHERE verdict = 'accepted')::int AS accepted,
     count(*) FILTER (WHERE verdict = 'returned')::int AS returned,
     count(*) FILTER (WHERE verdict = 'query')::int AS query, count(*) FILTER (WHERE verdict = 'held')::int AS held`;

function recordColumns(records: readonly InspectedRecord[]): unknown[] {
  const findings: PlacedFinding[] = records.flatMap(({ index, findings: marks }) =>
    marks.map((mark) => ({ recordIndex: index, mark })),
  );
  return [
    records.map(({ index }) => index),
    records.map(({ verdict }) => verdict),
    ...findingColumns(findings),
  ];
}

/** Locks the submission's row, so that messages about one submission take turns; null where there is none. */
export async function lockSubmission(
  tx: Transaction,
  submissionId: string,
): Promise<{ isReturned: boolean } | null> {
  const rows = await tx.query<{ isReturned: boolean }>(
    'SELECT whole_return_reason IS NOT NULL AS "isReturned" FROM submission WHERE submission_id = $1 FOR UPDATE',
    [submissionId],
  );
  return rows[0] ?? null;
}

/** Notes that the submission was returned as a whole (一括返戻). */
export async function noteReturned(
  tx: Transaction,
  submissionId: string,
  { returnReason, returnText }: { returnReason: string; returnText: string },
): Promise<void> {
  await tx.query(
    'UPDATE submission SET whole_return_reason = $2, whole_return_text = $3 WHERE submission_id = $1',
    [submissionId, returnReason, returnText],
  );
}

/** Returns all that is known of a submission that was returned as a whole; no decision on one of its records comes after that (`infinity`). */
export async function returnRecords(tx: Transaction, submissionId: string): Promise<void> {
  await tx.query(
    `UPDATE record_verdict SET verdict = 'returned', decided_at = 'infinity'
     WHERE submission_id = $1 AND decided_at IS DISTINCT FROM 'infinity'`,
    [submissionId],
  );
  await tx.query(
    `UPDATE submission SET accepted_count = 0, query_count = 0, held_count = 0,
       returned_count = (SELECT count(*) FROM record_verdict WHERE submission_id = $1)
     WHERE submission_id = $1`,
    [submissionId],
  );
}

/** Notes the verdicts of a chunk in one statement; a record that has a verdict keeps it (a later decision may have come first). */
export async function noteInspected(
  tx: Transaction,
  submissionId: string,
  records: readonly InspectedRecord[],
): Promise<void> {
  await tx.query(
    `WITH added AS (
       INSERT INTO record_verdict (submission_id, record_index, verdict)
       SELECT $1, t.record_index, t.verdict FROM unnest($2::int[], $3::text[]) AS t (record_index, verdict)
       ON CONFLICT (submission_id, record_index) DO NOTHING
       RETURNING record_index, verdict),
     ${countsOf('counted')} FROM added),
     noted AS (
       INSERT INTO finding (submission_id, ${findingNames})
       SELECT $1, f.* FROM ${unnestFindings(4)} WHERE f.record_index IN (SELECT record_index FROM added))
     UPDATE submission SET accepted_count = accepted_count + counted.accepted,
       returned_count = returned_count + counted.returned, query_count = query_count + counted.query,
       held_count = held_count + counted.held,
       state = CASE WHEN state = 'received' THEN 'inspecting' ELSE state END
     FROM counted WHERE submission_id = $1`,
    [submissionId, ...recordColumns(records)],
  );
}

/** Notes what was decided later of queries and held records; an older decision than the known one changes nothing. */
export async function noteDecided(
  tx: Transaction,
  submissionId: string,
  records: readonly InspectedRecord[],
  decidedAt: string,
): Promise<void> {
  await tx.query(
    `WITH earlier AS (
       SELECT record_index, verdict FROM record_verdict WHERE submission_id = $1 AND record_index = ANY ($2)),
     written AS (
       INSERT INTO record_verdict (submission_id, record_index, verdict, decided_at)
       SELECT $1, t.record_index, t.verdict, $13::timestamptz
       FROM unnest($2::int[], $3::text[]) AS t (record_index, verdict)
       ON CONFLICT (submission_id, record_index) DO UPDATE
         SET verdict = excluded.verdict, decided_at = excluded.decided_at
         WHERE record_verdict.decided_at IS NULL OR record_verdict.decided_at < excluded.decided_at
       RETURNING record_index, verdict),
     ${countsOf('counted')} FROM written),
     ${countsOf('taken')} FROM earlier WHERE record_index IN (SELECT record_index FROM written)),
     replaced AS (
       DELETE FROM finding WHERE submission_id = $1 AND record_index IN (SELECT record_index FROM written)),
     noted AS (
       INSERT INTO finding (submission_id, ${findingNames})
       SELECT $1, f.* FROM ${unnestFindings(4)} WHERE f.record_index IN (SELECT record_index FROM written))
     UPDATE submission SET accepted_count = accepted_count + counted.accepted - taken.accepted,
       returned_count = returned_count + counted.returned - taken.returned,
       query_count = query_count + counted.query - taken.query, held_count = held_count + counted.held - taken.held
     FROM counted, taken WHERE submission_id = $1`,
    [submissionId, ...recordColumns(records), decidedAt],
  );
}

/** Notes the yen that the claims add up to. */
export async function noteCounted(tx: Transaction, submissionId: string, claimYen: number): Promise<void> {
  await tx.query(
    `UPDATE submission SET claim_yen = $2, state = CASE WHEN state = 'received' THEN 'inspecting' ELSE state END
     WHERE submission_id = $1`,
    [submissionId, claimYen],
  );
}

/** Ends the inspection of a submission; false where it has ended before. */
export async function noteEnded(
  tx: Transaction,
  submissionId: string,
  state: 'judged' | 'refused',
  endedAt: string,
): Promise<boolean> {
  const ended = await tx.query(
    `UPDATE submission SET state = $2, ended_at = $3 WHERE submission_id = $1 AND state IN ('received', 'inspecting')
     RETURNING submission_id`,
    [submissionId, state, endedAt],
  );
  return ended.length > 0;
}
