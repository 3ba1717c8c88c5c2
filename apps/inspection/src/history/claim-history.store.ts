import type { Transaction } from '@daiko/persistence';

export interface HistoryEntry {
  claimKey: Buffer;
  personDigest: Buffer;
  recordIndex: number;
}

/** Which of the keys are taken by an accepted or queried claim already. */
export async function takenKeys(tx: Transaction, keys: Buffer[]): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }>(
    `SELECT encode(claim_key, 'hex') AS key FROM claim_history WHERE claim_key = ANY($1::bytea[])`,
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Enters claims; answers how many were entered: fewer than given means that another submission was first meanwhile. */
export async function enterClaims(
  tx: Transaction,
  submissionId: string,
  entries: HistoryEntry[],
  enteredAt: Date,
): Promise<number> {
  const rows = await tx.query(
    `INSERT INTO claim_history (claim_key, person_digest, submission_id, record_index, entered_at)
     SELECT e.key, e.person, $1, e.index, $2 FROM unnest($3::bytea[], $4::bytea[], $5::int[]) AS e(key, person, index)
     ORDER BY e.key
     ON CONFLICT DO NOTHING RETURNING record_index`,
    [
      submissionId,
      enteredAt,
      entries.map(({ claimKey }) => claimKey),
      entries.map(({ personDigest }) => personDigest),
      entries.map(({ recordIndex }) => recordIndex),
    ],
  );
  return rows.length;
}

/** A returned claim never blocks another: its key is free again. */
export async function releaseClaim(
  tx: Transaction,
  submissionId: string,
  recordIndex: number,
  claimKey: Buffer,
): Promise<void> {
  await tx.query(
    `DELETE FROM claim_history WHERE claim_key = $1 AND submission_id = $2 AND record_index = $3`,
    [claimKey, submissionId, recordIndex],
  );
}

/** Frees whatever key a record holds: it was sent back and may be claimed again. */
export async function forgetClaim(tx: Transaction, submissionId: string, recordIndex: number): Promise<void> {
  await tx.query(
    `DELETE FROM claim_history USING record
     WHERE record.submission_id = $1 AND record.record_index = $2 AND claim_history.claim_key = record.claim_key
       AND claim_history.submission_id = $1 AND claim_history.record_index = $2`,
    [submissionId, recordIndex],
  );
}
