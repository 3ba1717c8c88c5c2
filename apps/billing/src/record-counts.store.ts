import type { RecordCount, RecordCountsPage } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import { recordCountsPage } from '@daiko/service';

/** The recursion jumps from one submission to the next in the index instead of reading every claim. */
const sql = `
WITH RECURSIVE page (submission_id, place) AS (
  SELECT (SELECT submission_id FROM claim WHERE $1::uuid IS NULL OR submission_id > $1::uuid ORDER BY 1 LIMIT 1), 1
  UNION ALL
  SELECT (SELECT claim.submission_id FROM claim WHERE claim.submission_id > page.submission_id ORDER BY 1 LIMIT 1), place + 1
  FROM page WHERE page.submission_id IS NOT NULL AND place < $2
)
SELECT claim.submission_id AS "submissionId", 'billing.' || claim.state AS stage, count(*)::integer AS records,
       sum(claim.claim_yen)::bigint AS "claimYen", sum(claim.record_hash)::text AS "recordHashSum"
FROM page JOIN claim USING (submission_id) GROUP BY 1, 2 ORDER BY 1, 2`;

/** Claims by submission and state, for `daiko ledger`: billing.accepted (account 1201) and billing.sealed (1202). */
export async function readRecordCounts(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<RecordCountsPage> {
  return recordCountsPage('billing', await tx.query<RecordCount>(sql, [after, limit]), limit);
}
