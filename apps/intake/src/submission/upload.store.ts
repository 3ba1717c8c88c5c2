import type { ServiceTransaction } from '@daiko/messaging';
import type { Transaction } from '@daiko/persistence';

/** An upload under way (送付中) as it is written before the first byte. */
export interface NewUpload {
  uploadId: string;
  partnerId: string;
  idempotencyKey: string | null;
  objectKey: string;
  /** By the clock of the database, which all processes share and no jump of theirs moves. */
  leaseMs: number;
  concurrentMax: number;
  now: Date;
}

/** Whether an upload may begin, and why not. */
export type UploadStart =
  | { kind: 'begun' }
  | { kind: 'too-many' }
  | { kind: 'key-running' }
  | { kind: 'key-accepted'; submissionId: string };

/** Takes the lease of an upload, unless its Idempotency-Key is in use or the partner has too many under way. */
export async function beginUpload(tx: Transaction, upload: NewUpload): Promise<UploadStart> {
  // One at a time for a partner, so that two requests cannot both see room for one more.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [upload.partnerId]);
  if (upload.idempotencyKey !== null) {
    const [known] = await tx.query<{ submissionId: string | null; isRunning: boolean }>(
      `SELECT submission_id AS "submissionId", lease_until > now() AS "isRunning" FROM upload
       WHERE partner_id = $1 AND idempotency_key = $2 AND state <> 'swept'`,
      [upload.partnerId, upload.idempotencyKey],
    );
    if (known?.submissionId) return { kind: 'key-accepted', submissionId: known.submissionId };
    if (known?.isRunning) return { kind: 'key-running' };
    if (known !== undefined) {
      await tx.query(
        `DELETE FROM upload WHERE partner_id = $1 AND idempotency_key = $2 AND state = 'uploading'`,
        [upload.partnerId, upload.idempotencyKey],
      );
    }
  }
  const begun = await tx.query(
    `INSERT INTO upload (upload_id, partner_id, idempotency_key, object_key, lease_until, begun_at)
     SELECT $1, $2, $3, $4, now() + $5 * interval '1 ms', $6
     WHERE (SELECT count(*) FROM upload WHERE partner_id = $2 AND state = 'uploading' AND lease_until > now()) < $7
     RETURNING upload_id`,
    [
      upload.uploadId,
      upload.partnerId,
      upload.idempotencyKey,
      upload.objectKey,
      upload.leaseMs,
      upload.now,
      upload.concurrentMax,
    ],
  );
  return { kind: begun.length === 0 ? 'too-many' : 'begun' };
}

/** Prolongs the lease; false where the upload was given up or swept in the meantime. */
export async function renewLease(db: Transaction, uploadId: string, leaseMs: number): Promise<boolean> {
  const renewed = await db.query(
    `UPDATE upload SET lease_until = now() + $2 * interval '1 ms' WHERE upload_id = $1 AND state = 'uploading' RETURNING upload_id`,
    [uploadId, leaseMs],
  );
  return renewed.length > 0;
}

/** Frees the lease and its Idempotency-Key: the upload was refused or failed. */
export async function freeUpload(db: Transaction, uploadId: string): Promise<void> {
  await db.query(`DELETE FROM upload WHERE upload_id = $1 AND state = 'uploading'`, [uploadId]);
}

/** Ties the upload to its submission; false where it is no longer `uploading`, and then nothing may commit. */
export async function acceptUpload(
  tx: ServiceTransaction,
  uploadId: string,
  submissionId: string,
): Promise<boolean> {
  const accepted = await tx.query(
    `UPDATE upload SET state = 'accepted', submission_id = $2 WHERE upload_id = $1 AND state = 'uploading'
     RETURNING upload_id`,
    [uploadId, submissionId],
  );
  return accepted.length > 0;
}

/** Which of these objects count: their submission is accepted, or their upload's lease runs. */
export async function knownObjects(db: Transaction, objectKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ objectKey: string }>(
    `SELECT object_key AS "objectKey" FROM submission WHERE object_key = ANY($1)
     UNION SELECT object_key FROM upload WHERE object_key = ANY($1) AND state = 'uploading' AND lease_until > now()`,
    [objectKeys],
  );
  return new Set(rows.map(({ objectKey }) => objectKey));
}

/** Claims an object for removal: no upload can commit it from here on. False where its submission is accepted or its lease runs. */
export async function claimObject(tx: Transaction, objectKey: string): Promise<boolean> {
  const [counts] = await tx.query<{ isHeld: boolean }>(
    `WITH claimed AS (
       UPDATE upload SET state = 'swept' WHERE object_key = $1 AND state = 'uploading' AND lease_until <= now()
       RETURNING upload_id)
     SELECT NOT EXISTS (SELECT FROM claimed) AND (
       EXISTS (SELECT FROM submission WHERE object_key = $1)
       OR EXISTS (SELECT FROM upload WHERE object_key = $1 AND state = 'uploading')) AS "isHeld"`,
    [objectKey],
  );
  return counts?.isHeld === false;
}

/** Forgets swept uploads, those never finished, and Idempotency-Keys older than `before`; how many. */
export async function forgetUploads(db: Transaction, before: Date): Promise<number> {
  const gone = await db.query(
    `DELETE FROM upload WHERE begun_at < $1 AND (state <> 'uploading' OR lease_until < now()) RETURNING upload_id`,
    [before],
  );
  return gone.length;
}
