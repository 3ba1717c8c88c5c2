import type { RecordCountsPage } from '@daiko/contracts';
import { Database } from '@daiko/persistence';
import { recordCountsPage, RecordCountSource } from '@daiko/service';
import { Injectable } from '@nestjs/common';

interface CountRow {
  submissionId: string;
  state: string | null;
  records: number;
  claimYen: number;
  recordHashSum: string;
  isJudged: boolean;
}

/** Routing's part of `daiko ledger`: what it has taken of each submission, and in which state that is. */
@Injectable()
export class RecordCounts extends RecordCountSource {
  constructor(private readonly database: Database) {
    super();
  }

  async page(after: string | null, limit: number): Promise<RecordCountsPage> {
    const rows = await this.database.query<CountRow>(
      `WITH page AS (
         SELECT submission_id, judged_at FROM submission
         WHERE $1::uuid IS NULL OR submission_id > $1::uuid ORDER BY submission_id LIMIT $2
       )
       SELECT p.submission_id AS "submissionId", r.state, count(r.state)::int AS records,
         COALESCE(sum(r.claim_yen), 0)::bigint AS "claimYen", COALESCE(sum(r.record_hash), 0)::text AS "recordHashSum",
         bool_or(p.judged_at IS NOT NULL) AS "isJudged"
       FROM page p LEFT JOIN record r USING (submission_id)
       GROUP BY GROUPING SETS ((p.submission_id), (p.submission_id, r.state))
       HAVING GROUPING(r.state) = 1 OR r.state IS NOT NULL
       ORDER BY p.submission_id, GROUPING(r.state) DESC, r.state`,
      [after, limit],
    );
    const counts = rows.map(({ state, ...count }) => ({ ...count, stage: `routing.${state ?? 'taken'}` }));
    return recordCountsPage('routing', counts, limit);
  }
}
