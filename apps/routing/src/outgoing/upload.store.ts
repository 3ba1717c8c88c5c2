import type { Transaction } from '@daiko/persistence';

/** Notes an object before its first byte is sent. */
export async function noteUpload(
  db: Transaction,
  objectKey: string,
  documentId: string,
  now: Date,
): Promise<void> {
  await db.query(`INSERT INTO upload (object_key, document_id, started_at) VALUES ($1, $2, $3)`, [
    objectKey,
    documentId,
    now,
  ]);
}

/** Keeps the object for good; false where the sweeper has claimed it meanwhile. */
export async function keepUpload(tx: Transaction, objectKey: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE upload SET is_kept = true WHERE object_key = $1 AND claimed_at IS NULL RETURNING object_key`,
    [objectKey],
  );
  return rows.length > 0;
}

/** Which of the objects count. An object without a row of ours counts too: after a restore it may be what the lost rows named. */
export async function keptObjects(db: Transaction, objectKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ objectKey: string }>(
    `SELECT k.object_key AS "objectKey" FROM unnest($1::text[]) AS k(object_key)
     LEFT JOIN upload u USING (object_key) WHERE u.object_key IS NULL OR u.is_kept`,
    [objectKeys],
  );
  return new Set(rows.map(({ objectKey }) => objectKey));
}

/** Claims an orphan before it is deleted, so that no late commit can name it; false where it is kept or not ours. */
export async function claimUpload(db: Transaction, objectKey: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    `UPDATE upload SET claimed_at = $2 WHERE object_key = $1 AND NOT is_kept RETURNING object_key`,
    [objectKey, now],
  );
  return rows.length > 0;
}
