import type { FindingMark } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { DocumentTable } from '../outgoing/document-tables.js';
import { releaseRecords } from '../outgoing/release.store.js';

/** The row of a return that is planned. */
export async function insertReturn(
  tx: Transaction,
  planned: {
    returnId: string;
    providerNumber: string;
    kind: string;
    form: 'archive' | 'list';
    origin: 'agency' | 'insurer';
    name: string;
    today: string;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO provider_return (return_id, provider_number, kind, form, origin, name, created_day, state,
       planned_at, record_count, unit_yen, copayment_yen, other_program_yen, claim_yen, record_hash_sum)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8, 0, 0, 0, 0, 0, 0)`,
    [
      planned.returnId,
      planned.providerNumber,
      planned.kind,
      planned.form,
      planned.origin,
      planned.name,
      planned.today,
      planned.now,
    ],
  );
}

/** How many lists a name prefix has already; called under the lock of planning. */
export async function countLists(tx: Transaction, prefix: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM provider_return WHERE form = 'list' AND starts_with(name, $1)`,
    [prefix],
  );
  return row?.count ?? 0;
}

/** A record as its line in a list shows it; codes and file names only. */
export interface ListedRecord {
  lineNumber: number;
  archiveName: string;
  resultFile: string | null;
  claimFile: string | null;
  returnReason: string | null;
  returnText: string | null;
  returnedBy: 'agency' | 'insurer';
  findings: FindingMark[] | null;
}

const pageLines = 200;

export async function* listedRecords(db: Transaction, returnId: string): AsyncGenerator<ListedRecord[]> {
  let after = 0;
  for (;;) {
    const page = await db.query<ListedRecord>(
      `SELECT line_number AS "lineNumber", root_name AS "archiveName", result_entry ->> 'name' AS "resultFile",
         claim_entry ->> 'name' AS "claimFile", return_reason AS "returnReason", return_text AS "returnText",
         returned_by AS "returnedBy", findings
       FROM return_line JOIN record USING (submission_id, record_index) JOIN submission USING (submission_id)
       WHERE return_line.return_id = $1 AND line_number > $2 ORDER BY line_number LIMIT ${pageLines}`,
      [returnId, after],
    );
    if (page.length > 0) yield page;
    if (page.length < pageLines) return;
    after = page.at(-1)?.lineNumber ?? after;
  }
}

/** Takes a record out of a planned return archive; the next list will name it. */
export async function moveToLists(
  tx: Transaction,
  of: DocumentTable,
  returnId: string,
  record: { submissionId: string; recordIndex: number },
): Promise<void> {
  const { submissionId, recordIndex } = record;
  const released = await releaseRecords(tx, of, returnId, submissionId, recordIndex);
  await tx.query(
    `UPDATE record SET is_readable = false WHERE submission_id = $1 AND record_index = ANY($2::int[])`,
    [submissionId, released],
  );
}
