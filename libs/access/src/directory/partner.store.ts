import type { Transaction } from '@daiko/persistence';
import type { KnownCredential, KnownPartner, PartnerRecord } from './known-partner.js';

const partnerColumns = `
  p.partner_id AS "partnerId", p.version, p.kind, p.number, p.label, p.state, p.may_act_for AS "mayActFor",
  jsonb_build_object('uploadBytesMax', p.upload_bytes_max, 'uploadsConcurrentMax', p.uploads_concurrent_max,
    'requestsPerMinuteMax', p.requests_per_minute_max) AS limits,
  p.has_watch_folder AS "hasWatchFolder"`;
const credentialColumns = `
  c.credential_id AS "credentialId", c.verifier, c.valid_from AS "validFrom", c.valid_until AS "validUntil"`;

/** Takes over a partner and its credentials unless the same or a newer version is there; answers whether it was taken. */
export async function writePartner(tx: Transaction, partner: PartnerRecord): Promise<boolean> {
  const taken = await tx.query(
    `INSERT INTO partner (partner_id, version, kind, number, label, state, may_act_for, upload_bytes_max,
       uploads_concurrent_max, requests_per_minute_max, has_watch_folder)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (partner_id) DO UPDATE SET version = excluded.version, kind = excluded.kind, number = excluded.number,
       label = excluded.label, state = excluded.state, may_act_for = excluded.may_act_for,
       upload_bytes_max = excluded.upload_bytes_max, uploads_concurrent_max = excluded.uploads_concurrent_max,
       requests_per_minute_max = excluded.requests_per_minute_max, has_watch_folder = excluded.has_watch_folder
     WHERE partner.version < excluded.version
     RETURNING partner_id`,
    [
      partner.partnerId,
      partner.version,
      partner.kind,
      partner.number,
      partner.label,
      partner.state,
      partner.mayActFor,
      partner.limits.uploadBytesMax,
      partner.limits.uploadsConcurrentMax,
      partner.limits.requestsPerMinuteMax,
      partner.hasWatchFolder,
    ],
  );
  if (taken.length === 0) return false;
  await tx.query('DELETE FROM credential WHERE partner_id = $1', [partner.partnerId]);
  await tx.query(
    `INSERT INTO credential (credential_id, partner_id, verifier, valid_from, valid_until)
     SELECT t.credential_id, $1, t.verifier, t.valid_from, t.valid_until
     FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
       AS t (credential_id, verifier, valid_from, valid_until)`,
    [
      partner.partnerId,
      partner.credentials.map(({ credentialId }) => credentialId),
      partner.credentials.map(({ verifier }) => verifier),
      partner.credentials.map(({ validFrom }) => validFrom),
      partner.credentials.map(({ validUntil }) => validUntil),
    ],
  );
  return true;
}

/** The partner of a credential, whatever its state and validity; null where it is not known. */
export async function readByCredential(
  db: Transaction,
  credentialId: string,
): Promise<{ partner: KnownPartner; credential: KnownCredential } | null> {
  const [row] = await db.query<KnownPartner & KnownCredential>(
    `SELECT ${partnerColumns}, ${credentialColumns}
     FROM credential c JOIN partner p USING (partner_id) WHERE c.credential_id = $1`,
    [credentialId],
  );
  if (row === undefined) return null;
  const { credentialId: id, verifier, validFrom, validUntil, ...partner } = row;
  return { partner, credential: { credentialId: id, verifier, validFrom, validUntil } };
}

/** A partner by its number; null where it is not known. */
export async function readByNumber(db: Transaction, number: string): Promise<KnownPartner | null> {
  const [row] = await db.query<KnownPartner>(
    `SELECT ${partnerColumns} FROM partner p WHERE p.number = $1 ORDER BY p.partner_id LIMIT 1`,
    [number],
  );
  return row ?? null;
}

/** Active partners that have a watch folder, by number. */
export async function readWithWatchFolder(db: Transaction): Promise<KnownPartner[]> {
  return db.query<KnownPartner>(
    `SELECT ${partnerColumns} FROM partner p WHERE p.has_watch_folder AND p.state = 'active' ORDER BY p.number`,
  );
}

/** Credentials of one partner, the newest first. */
export async function readCredentials(db: Transaction, partnerId: string): Promise<KnownCredential[]> {
  return db.query<KnownCredential>(
    `SELECT ${credentialColumns} FROM credential c WHERE c.partner_id = $1 ORDER BY c.valid_from DESC, c.credential_id`,
    [partnerId],
  );
}

/**
 * Notes a confirmation and answers whether it was taken: an older one than the kept one changes nothing, unless the kept
 * one lies in the future, as after a clock that went ahead and came back.
 */
export async function writeConfirmation(
  tx: Transaction,
  confirmation: { confirmedAt: string; partnerCount: number },
  now: Date,
): Promise<boolean> {
  const taken = await tx.query(
    `INSERT INTO directory_confirmation (confirmed_at, partner_count) VALUES ($1, $2)
     ON CONFLICT (is_only_row) DO UPDATE SET confirmed_at = excluded.confirmed_at, partner_count = excluded.partner_count
     WHERE directory_confirmation.confirmed_at < excluded.confirmed_at OR directory_confirmation.confirmed_at > $3
     RETURNING confirmed_at`,
    [confirmation.confirmedAt, confirmation.partnerCount, now],
  );
  return taken.length > 0;
}

/** The latest confirmation and how many partners the copy holds. */
export async function readConfirmation(
  db: Transaction,
): Promise<{ confirmedAt: Date | null; confirmedCount: number; partnerCount: number }> {
  const [row] = await db.query<{ confirmedAt: Date | null; confirmedCount: number; partnerCount: number }>(
    `SELECT (SELECT confirmed_at FROM directory_confirmation) AS "confirmedAt",
       coalesce((SELECT partner_count FROM directory_confirmation), 0) AS "confirmedCount",
       (SELECT count(*)::int FROM partner) AS "partnerCount"`,
  );
  if (row === undefined) throw new Error('a query without FROM answered no row');
  return row;
}
