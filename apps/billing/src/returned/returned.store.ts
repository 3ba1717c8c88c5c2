import type { Transaction } from '@daiko/persistence';

/** A submission that inspection returned as a whole (一括返戻). */
export interface ReturnedSubmission {
  messageId: string;
  returnedAt: Date;
}

/** Those who add claims of a submission, side by side, and who takes them back, alone, until the end of the transaction. */
export async function lockClaims(
  tx: Transaction,
  submissionId: string,
  as: 'adder' | 'taker',
): Promise<void> {
  const lock = as === 'adder' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`SELECT ${lock}(hashtextextended($1, 1210))`, [submissionId]);
}

export async function noteReturned(
  tx: Transaction,
  submissionId: string,
  { messageId, returnedAt }: ReturnedSubmission,
): Promise<void> {
  await tx.query(
    `INSERT INTO returned_submission (submission_id, message_id, returned_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [submissionId, messageId, returnedAt],
  );
}

export async function findReturned(
  tx: Transaction,
  submissionId: string,
): Promise<ReturnedSubmission | null> {
  const rows = await tx.query<ReturnedSubmission>(
    `SELECT message_id AS "messageId", returned_at AS "returnedAt" FROM returned_submission WHERE submission_id = $1`,
    [submissionId],
  );
  return rows[0] ?? null;
}

/** Takes the accepted claims of a submission back; the journals (E1) that had brought them in. */
export async function withdrawClaims(tx: Transaction, submissionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH withdrawn AS (
       UPDATE claim SET state = 'withdrawn' WHERE submission_id = $1 AND state = 'accepted' RETURNING accepted_journal_id)
     SELECT DISTINCT accepted_journal_id AS id FROM withdrawn`,
    [submissionId],
  );
  return rows.map(({ id }) => id);
}
