import type { FindingMark, MessageData, PayloadRef } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

/** An acknowledged archive (受領単位) as stored. */
export interface Submission {
  submissionId: string;
  receiptNumber: string;
  partnerId: string;
  partnerNumber: string;
  providerNumber: string;
  rootName: string;
  kind: MessageData<'intake.submission.received.v1'>['kind'];
  channel: MessageData<'intake.submission.received.v1'>['channel'];
  scanner: string;
  sha256: string;
  sizeBytes: number;
  recordCount: number;
  receivedAt: Date;
  receipt: string;
  state: 'received' | 'inspecting' | 'judged' | 'refused';
  claimYen: number | null;
  acceptedCount: number;
  returnedCount: number;
  queryCount: number;
  heldCount: number;
  endedAt: Date | null;
  /** Where the agency returned it as a whole (一括返戻). */
  returned: { returnReason: string; reason: string } | null;
}

/** What is written at the acceptance; the rest of the row comes from messages. */
export interface NewSubmission extends Omit<
  Submission,
  | 'state'
  | 'claimYen'
  | 'acceptedCount'
  | 'returnedCount'
  | 'queryCount'
  | 'heldCount'
  | 'endedAt'
  | 'returned'
> {
  recordHashSum: string;
  inspectionDate: string;
  settingsVersion: string;
  payload: PayloadRef;
  senderKind: 'provider' | 'insurer';
}

const columns = `submission_id AS "submissionId", receipt_number AS "receiptNumber", partner_id AS "partnerId",
  partner_number AS "partnerNumber", provider_number AS "providerNumber", root_name AS "rootName", kind, channel, scanner,
  sha256, size_bytes AS "sizeBytes", record_count AS "recordCount", received_at AS "receivedAt", receipt, state,
  claim_yen AS "claimYen", accepted_count AS "acceptedCount", returned_count AS "returnedCount",
  query_count AS "queryCount", held_count AS "heldCount", ended_at AS "endedAt",
  CASE WHEN whole_return_reason IS NOT NULL
    THEN jsonb_build_object('returnReason', whole_return_reason, 'reason', whole_return_text) END AS returned`;

/** Next serial of a receipt. Gaps are harmless, a number twice is not. */
export async function nextReceiptSerial(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ serial: number }>(`SELECT nextval('receipt_serial') AS serial`);
  if (row === undefined) throw new Error('the sequence gave no number');
  return row.serial;
}

/** Writes the submission; false where its content or its root name was accepted before. */
export async function insertSubmission(tx: Transaction, submission: NewSubmission): Promise<boolean> {
  const inserted = await tx.query(
    `INSERT INTO submission (submission_id, receipt_number, partner_id, partner_number, provider_number, root_name, kind,
       channel, scanner, sha256, size_bytes, record_count, record_hash_sum, received_at, inspection_date, settings_version,
       object_key, payload, receipt, sender_kind)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     ON CONFLICT DO NOTHING RETURNING submission_id`,
    [
      submission.submissionId,
      submission.receiptNumber,
      submission.partnerId,
      submission.partnerNumber,
      submission.providerNumber,
      submission.rootName,
      submission.kind,
      submission.channel,
      submission.scanner,
      submission.sha256,
      submission.sizeBytes,
      submission.recordCount,
      submission.recordHashSum,
      submission.receivedAt,
      submission.inspectionDate,
      submission.settingsVersion,
      submission.payload.objectKey,
      submission.payload,
      submission.receipt,
      submission.senderKind,
    ],
  );
  return inserted.length > 0;
}

/** The partner's submission of this content; null where there is none. */
export async function readByContent(
  db: Transaction,
  partnerId: string,
  sha256: string,
): Promise<Submission | null> {
  const [row] = await db.query<Submission>(
    `SELECT ${columns} FROM submission WHERE partner_id = $1 AND sha256 = $2`,
    [partnerId, sha256],
  );
  return row ?? null;
}

export async function readById(db: Transaction, submissionId: string): Promise<Submission | null> {
  const [row] = await db.query<Submission>(`SELECT ${columns} FROM submission WHERE submission_id = $1`, [
    submissionId,
  ]);
  return row ?? null;
}

/** The submission of a receipt number; with `partnerId` only where it is that partner's. */
export async function readByReceipt(
  db: Transaction,
  receiptNumber: string,
  partnerId: string | null,
): Promise<Submission | null> {
  const [row] = await db.query<Submission>(
    `SELECT ${columns} FROM submission WHERE receipt_number = $1 AND ($2::uuid IS NULL OR partner_id = $2)`,
    [receiptNumber, partnerId],
  );
  return row ?? null;
}

/** True where another archive of this root name was accepted and not refused later (A027); the same content again is none. */
export async function isRootNameUsed(
  db: Transaction,
  rootName: string,
  content: { partnerId: string; sha256: string },
): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM submission WHERE root_name = $1 AND state <> 'refused' AND NOT (partner_id = $2 AND sha256 = $3)`,
    [rootName, content.partnerId, content.sha256],
  );
  return rows.length > 0;
}

/** What a list is narrowed to; null means all. */
export interface SubmissionFilter {
  partnerId: string | null;
  rootName: string | null;
  sha256: string | null;
  after: string | null;
  limit: number;
}

/** Submissions in the order of their receipt. */
export async function listSubmissions(db: Transaction, filter: SubmissionFilter): Promise<Submission[]> {
  return db.query<Submission>(
    `SELECT ${columns} FROM submission
     WHERE ($1::uuid IS NULL OR partner_id = $1) AND ($2::text IS NULL OR root_name = $2)
       AND ($3::text IS NULL OR sha256 = $3) AND ($4::uuid IS NULL OR submission_id > $4)
     ORDER BY submission_id LIMIT $5`,
    [filter.partnerId, filter.rootName, filter.sha256, filter.after, filter.limit],
  );
}

/** Records that are not judged yet, of all submissions. */
export async function waitingRecords(db: Transaction): Promise<number> {
  const [row] = await db.query<{ records: number }>(
    `SELECT coalesce(sum(record_count - accepted_count - returned_count - query_count - held_count), 0)::bigint AS records
     FROM submission WHERE state IN ('received', 'inspecting')`,
  );
  return Number(row?.records ?? 0);
}

/** The mark of a refusal at the desk: names of the standard and rule ids only. */
export async function insertRefusal(
  tx: Transaction,
  refusal: {
    refusalId: string;
    partnerId: string;
    rootName: string | null;
    findings: readonly FindingMark[];
    channel: string;
    refusedAt: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO refusal (refusal_id, partner_id, root_name, rules, channel, refused_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      refusal.refusalId,
      refusal.partnerId,
      refusal.rootName,
      [...new Set(refusal.findings.map(({ rule }) => rule))],
      refusal.channel,
      refusal.refusedAt,
    ],
  );
}
