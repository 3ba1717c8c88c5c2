import type { RecordCount, RecordCountsPage } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import { recordCountsPage } from '@daiko/service';

const sql = `
WITH page AS (
  SELECT submission_id, state, record_count, record_hash_sum, claim_yen, whole_return_reason FROM submission
  WHERE $1::uuid IS NULL OR submission_id > $1::uuid ORDER BY submission_id LIMIT $2
)
SELECT submission_id AS "submissionId", 'inspection.taken' AS stage, record_count AS records, claim_yen AS "claimYen",
       record_hash_sum::text AS "recordHashSum", state <> 'inspecting' AS "isJudged"
FROM page
UNION ALL
SELECT submission_id, 'inspection.refused', record_count, claim_yen, record_hash_sum::text, true FROM page WHERE state = 'refused'
UNION ALL
SELECT c.submission_id, 'inspection.pending', sum(cardinality(c.record_indexes))::int, sum(c.claim_yen)::bigint,
       sum(c.record_hash_sum)::text, false
FROM chunk c JOIN page USING (submission_id) WHERE c.inspected_at IS NULL GROUP BY c.submission_id
UNION ALL
SELECT r.submission_id, 'inspection.' || r.verdict, count(*)::int, sum(r.claim_yen)::bigint, sum(r.record_hash)::text,
       page.state <> 'inspecting'
FROM record r JOIN page USING (submission_id) GROUP BY r.submission_id, r.verdict, page.state
UNION ALL
SELECT r.submission_id, 'inspection.recalled', count(*)::int, sum(r.claim_yen)::bigint, sum(r.record_hash)::text, true
FROM record r JOIN page USING (submission_id) WHERE page.whole_return_reason IS NOT NULL AND r.was_accepted GROUP BY r.submission_id
ORDER BY 1, 2`;

/**
 * What inspection holds and has passed on, by submission (`daiko ledger`). `inspection.recalled` is a part of `inspection.returned`: what
 * had been passed on as accepted before its archive was returned as a whole.
 */
export async function readRecordCounts(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<RecordCountsPage> {
  return recordCountsPage('inspection', await tx.query<RecordCount>(sql, [after, limit]), limit);
}
