import type { RecordCountsPage } from '@daiko/contracts';
import { recordCountsPage, RecordCountSource, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable } from '@nestjs/common';

/** Stage `intake.received` for the ledger of records: every record of a provider that was ever acknowledged; an insurer's archive brings none. */
@Injectable()
export class ReceivedRecordCounts extends RecordCountSource {
  constructor(@Inject(SERVICE_CONTEXT) private readonly context: ServiceContext) {
    super();
  }

  override async page(after: string | null, limit: number): Promise<RecordCountsPage> {
    const rows = await this.context.database.query<{
      submissionId: string;
      records: number;
      claimYen: number;
      recordHashSum: string;
      isJudged: boolean;
    }>(
      `SELECT submission_id AS "submissionId", record_count AS records, coalesce(claim_yen, 0) AS "claimYen",
         record_hash_sum::text AS "recordHashSum", state IN ('judged', 'refused') AS "isJudged"
       FROM submission WHERE sender_kind = 'provider' AND ($1::uuid IS NULL OR submission_id > $1)
       ORDER BY submission_id LIMIT $2`,
      [after, limit],
    );
    const counts = rows.map((row) => ({ stage: 'intake.received', ...row }));
    return recordCountsPage('intake', counts, limit);
  }
}
