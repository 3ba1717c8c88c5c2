import type { PayloadRef, RecordVerdict } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

/** A sealed piece of a report and the first record in it; -1 for that of the archive. */
export interface SealedPiece {
  readonly ref: PayloadRef;
  readonly firstRecord: number;
}

/** The sealed reports of a submission: that of the archive first, then by their first record. */
export async function listReports(tx: Transaction, submissionId: string): Promise<SealedPiece[]> {
  return tx.query<SealedPiece>(
    `SELECT archive_report AS ref, -1 AS "firstRecord" FROM submission WHERE submission_id = $1 AND archive_report IS NOT NULL
     UNION ALL
     SELECT report, record_indexes[1] FROM chunk WHERE submission_id = $1 AND report IS NOT NULL
     ORDER BY 2`,
    [submissionId],
  );
}

/** Verdicts of a submission so far, by the records that have been judged. */
export async function countVerdicts(
  tx: Transaction,
  submissionId: string,
): Promise<Record<RecordVerdict, number>> {
  const [row] = await tx.query<Record<RecordVerdict, number>>(
    `SELECT accepted_count AS accepted, query_count AS query, returned_count AS returned, held_count AS held
     FROM submission WHERE submission_id = $1`,
    [submissionId],
  );
  return row ?? { accepted: 0, query: 0, returned: 0, held: 0 };
}

/** Which of the object keys a row of this service knows; the sweeper removes the others. */
export async function knownReportObjects(tx: Transaction, objectKeys: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }>(
    `SELECT report->>'objectKey' AS key FROM chunk WHERE report->>'objectKey' = ANY($1::text[])
     UNION ALL
     SELECT archive_report->>'objectKey' FROM submission WHERE archive_report->>'objectKey' = ANY($1::text[])`,
    [objectKeys],
  );
  return new Set(rows.map(({ key }) => key));
}
