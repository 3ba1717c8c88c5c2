import type { PayloadRef } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { DocumentForm, DocumentTable } from './document-tables.js';
import type { OutgoingFolder, OutgoingLine, OutgoingTotals } from './outgoing-archive.js';

/** A document that is planned and reserved, waiting to be built. */
export interface PlannedDocument extends OutgoingTotals {
  documentId: string;
  form: DocumentForm;
  receiverNumber: string;
  kind: 'checkup' | 'guidance';
  name: string;
  createdDay: string;
  recordHashSum: string;
}

/** What is sealed of it. */
export interface SealedObject {
  payload: PayloadRef;
  sealedAt: Date;
}

const pageLines = 512;
/** From which archive a file is copied, and where it lies there: what an insurer sent back comes with the claim that it wrote. */
const sourceColumns: Record<OutgoingFolder, string> = {
  DATA: `l.submission_id AS "submissionId", r.result_entry AS entry`,
  CLAIMS: `COALESCE(r.reply_id, l.submission_id) AS "submissionId", COALESCE(r.reply_entry, r.claim_entry) AS entry`,
};

/** Documents that were planned and not sealed yet, oldest first: new ones, and those a crash left behind. */
export async function plannedDocuments(db: Transaction, of: DocumentTable): Promise<PlannedDocument[]> {
  return db.query<PlannedDocument>(
    `SELECT ${of.id} AS "documentId", '${of.form}' AS form, ${of.receiver} AS "receiverNumber", kind, name,
       created_day AS "createdDay", record_count AS "recordCount", unit_yen AS "unitYen",
       copayment_yen AS "copaymentYen", other_program_yen AS "otherProgramYen", claim_yen AS "claimYen",
       record_hash_sum::text AS "recordHashSum"
     FROM ${of.table} WHERE state = 'planned' AND ${of.isForm} ORDER BY planned_at, 1`,
  );
}

/**
 * Takes the building of a planned document for a while, so that two processes do not do it at once; false where another has it.
 * Only spares work: what makes a document sealed once is the state of its row.
 */
export async function leaseDocument(
  db: Transaction,
  of: DocumentTable,
  documentId: string,
  leaseSeconds: number,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE ${of.table} SET leased_until = now() + make_interval(secs => $2), attempt_count = attempt_count + 1
     WHERE ${of.id} = $1 AND state = 'planned' AND (leased_until IS NULL OR leased_until < now())
     RETURNING ${of.id}`,
    [documentId, leaseSeconds],
  );
  return rows.length > 0;
}

export async function renewLease(
  db: Transaction,
  of: DocumentTable,
  documentId: string,
  leaseSeconds: number,
): Promise<void> {
  await db.query(
    `UPDATE ${of.table} SET leased_until = now() + make_interval(secs => $2) WHERE ${of.id} = $1`,
    [documentId, leaseSeconds],
  );
}

/** Gives the building back after a failure, so that the next run may try at once. */
export async function endLease(db: Transaction, of: DocumentTable, documentId: string): Promise<void> {
  await db.query(`UPDATE ${of.table} SET leased_until = NULL WHERE ${of.id} = $1 AND state = 'planned'`, [
    documentId,
  ]);
}

/** The document's lines in their order, each with its file of one folder, a page at a time. */
export async function* linePages(
  db: Transaction,
  of: DocumentTable,
  documentId: string,
  folder: OutgoingFolder,
): AsyncGenerator<OutgoingLine[]> {
  const [last] = await db.query<{ line: number | null }>(
    `SELECT max(line_number) AS line FROM ${of.line} WHERE ${of.id} = $1`,
    [documentId],
  );
  for (let from = 1; from <= (last?.line ?? 0); from += pageLines) {
    // A closed range, and lateral with an offset: both keep to the indexes while the tables have no statistics yet.
    const page = await db.query<OutgoingLine>(
      `SELECT l.line_number AS "lineNumber", ${sourceColumns[folder]}, l.record_index AS "recordIndex",
         l.file_digits AS "fileDigits",
         r.return_reason AS "returnReason", r.return_text AS "returnText", r.returned_by AS "returnedBy",
         r.reply_id IS NOT NULL AS "isReply"
       FROM ${of.line} AS l,
         LATERAL (SELECT * FROM record WHERE submission_id = l.submission_id AND record_index = l.record_index
                  OFFSET 0) AS r
       WHERE l.${of.id} = $1 AND l.line_number BETWEEN $2 AND $3 ORDER BY l.line_number`,
      [documentId, from, from + pageLines - 1],
    );
    if (page.length > 0) yield page;
  }
}

/**
 * Makes a planned document sealed and visible; false where it is so already. Documents become visible one transaction after the
 * other, so that a reader's cursor never passes one that is still to commit.
 */
export async function markSealed(
  tx: Transaction,
  of: DocumentTable,
  documentId: string,
  { payload, sealedAt }: SealedObject,
): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('daiko.routing.visibility'))`);
  const rows = await tx.query(
    `UPDATE ${of.table} SET state = 'sealed', payload = $2, sha256 = $3, size_bytes = $4, sealed_at = $5,
       leased_until = NULL, delivery_number = nextval('delivery_sequence')
     WHERE ${of.id} = $1 AND state = 'planned' RETURNING ${of.id}`,
    [documentId, payload, payload.sha256, payload.sizeBytes, sealedAt],
  );
  return rows.length > 0;
}

/** One step of all records of a document. */
interface RecordMove {
  from: string | readonly string[];
  to: string;
  recordCount: number;
}

/** Moves all records of a document from one state to the next; throws where not all of them were in the state they had to be in. */
export async function moveRecords(
  tx: Transaction,
  of: DocumentTable,
  documentId: string,
  move: RecordMove,
): Promise<void> {
  const [row] = await tx.query<{ moved: number }>(
    `WITH moved AS (${moving(of)} RETURNING 1) SELECT count(*)::int AS moved FROM moved`,
    [documentId, [move.from].flat(), move.to],
  );
  assertAllMoved(documentId, row?.moved ?? 0, move);
}

/** The same; the records in the order of their lines, as the message of the document names them: at most what one archive holds. */
export async function moveNamedRecords(
  tx: Transaction,
  of: DocumentTable,
  documentId: string,
  move: RecordMove,
): Promise<{ submissionId: string; index: number; claimYen: number }[]> {
  const moved = await tx.query<{ submissionId: string; index: number; claimYen: number }>(
    `WITH moved AS (${moving(of)} RETURNING submission_id, record_index, claim_yen)
     SELECT submission_id AS "submissionId", record_index AS index, claim_yen AS "claimYen" FROM moved ORDER BY 1, 2`,
    [documentId, [move.from].flat(), move.to],
  );
  assertAllMoved(documentId, moved.length, move);
  return moved;
}

const moving = (of: DocumentTable): string =>
  `UPDATE record SET state = $3 WHERE ${of.claim} = $1 AND state = ANY($2::text[])`;

function assertAllMoved(documentId: string, moved: number, { from, recordCount }: RecordMove): void {
  if (moved === recordCount) return;
  throw new Error(`document ${documentId}: ${moved} of ${recordCount} records were ${String(from)}`);
}
