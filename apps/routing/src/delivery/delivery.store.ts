import type { PayloadRef } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

export type BundleState = 'sealed' | 'acknowledged' | 'voided';
export type ReturnState = 'sealed' | 'acknowledged';

/** A sealed bundle (送付単位) as its row stands. */
export interface DeliveredBundle {
  bundleId: string;
  deliveryNumber: number;
  insurerNumber: string;
  kind: 'checkup' | 'guidance';
  name: string;
  state: BundleState;
  recordCount: number;
  claimYen: number;
  sha256: string;
  sizeBytes: number;
  payload: PayloadRef;
  sealedAt: Date;
  acknowledgedAt: Date | null;
  voidedAt: Date | null;
  voidReason: 'unreadable' | 'withdrawn' | null;
}

/** A sealed return (返戻) as its row stands. */
export interface DeliveredReturn {
  returnId: string;
  deliveryNumber: number;
  providerNumber: string;
  kind: 'checkup' | 'guidance';
  form: 'archive' | 'list';
  name: string;
  state: ReturnState;
  recordCount: number;
  sha256: string;
  sizeBytes: number;
  payload: PayloadRef;
  sealedAt: Date;
  acknowledgedAt: Date | null;
}

/** Which documents are asked for; `owner` null: everybody's. */
export interface DeliveryQuery {
  owner: string | null;
  afterNumber: number;
  state: string | null;
  limit: number;
}

const bundleColumns = `bundle_id AS "bundleId", delivery_number AS "deliveryNumber", insurer_number AS "insurerNumber",
  kind, name, state, record_count AS "recordCount", claim_yen AS "claimYen", sha256, size_bytes AS "sizeBytes", payload,
  sealed_at AS "sealedAt", acknowledged_at AS "acknowledgedAt", voided_at AS "voidedAt", void_reason AS "voidReason"`;
const returnColumns = `return_id AS "returnId", delivery_number AS "deliveryNumber", provider_number AS "providerNumber",
  kind, form, name, state, record_count AS "recordCount", sha256, size_bytes AS "sizeBytes", payload,
  sealed_at AS "sealedAt", acknowledged_at AS "acknowledgedAt"`;

export async function listBundles(db: Transaction, query: DeliveryQuery): Promise<DeliveredBundle[]> {
  return db.query<DeliveredBundle>(
    `SELECT ${bundleColumns} FROM bundle
     WHERE delivery_number > $1 AND ($2::text IS NULL OR insurer_number = $2) AND ($3::text IS NULL OR state = $3)
     ORDER BY delivery_number LIMIT $4`,
    [query.afterNumber, query.owner, query.state, query.limit],
  );
}

export async function listReturns(db: Transaction, query: DeliveryQuery): Promise<DeliveredReturn[]> {
  return db.query<DeliveredReturn>(
    `SELECT ${returnColumns} FROM provider_return
     WHERE delivery_number > $1 AND ($2::text IS NULL OR provider_number = $2) AND ($3::text IS NULL OR state = $3)
     ORDER BY delivery_number LIMIT $4`,
    [query.afterNumber, query.owner, query.state, query.limit],
  );
}

/** A sealed bundle of `owner` (null: anybody's); null where there is none. Locked for a change where `isForUpdate`. */
export async function findBundle(
  db: Transaction,
  bundleId: string,
  owner: string | null,
  isForUpdate = false,
): Promise<DeliveredBundle | null> {
  const [row] = await db.query<DeliveredBundle>(
    `SELECT ${bundleColumns} FROM bundle
     WHERE bundle_id = $1 AND delivery_number IS NOT NULL AND ($2::text IS NULL OR insurer_number = $2)
     ${isForUpdate ? 'FOR UPDATE' : ''}`,
    [bundleId, owner],
  );
  return row ?? null;
}

/** The same for a return. */
export async function findReturn(
  db: Transaction,
  returnId: string,
  owner: string | null,
  isForUpdate = false,
): Promise<DeliveredReturn | null> {
  const [row] = await db.query<DeliveredReturn>(
    `SELECT ${returnColumns} FROM provider_return
     WHERE return_id = $1 AND delivery_number IS NOT NULL AND ($2::text IS NULL OR provider_number = $2)
     ${isForUpdate ? 'FOR UPDATE' : ''}`,
    [returnId, owner],
  );
  return row ?? null;
}

export async function markBundleAcknowledged(tx: Transaction, bundleId: string, at: Date): Promise<void> {
  await tx.query(`UPDATE bundle SET state = 'acknowledged', acknowledged_at = $2 WHERE bundle_id = $1`, [
    bundleId,
    at,
  ]);
}

export async function markReturnAcknowledged(tx: Transaction, returnId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE provider_return SET state = 'acknowledged', acknowledged_at = $2 WHERE return_id = $1`,
    [returnId, at],
  );
}

/** Takes a bundle back: its lines live no more, and its records are free for another one. */
export async function markBundleVoided(
  tx: Transaction,
  bundleId: string,
  reason: 'unreadable' | 'withdrawn',
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE bundle SET state = 'voided', voided_at = $2, void_reason = $3 WHERE bundle_id = $1`,
    [bundleId, at, reason],
  );
  await tx.query(`UPDATE bundle_line SET is_live = false WHERE bundle_id = $1`, [bundleId]);
  await tx.query(`UPDATE record SET live_bundle_id = NULL WHERE live_bundle_id = $1`, [bundleId]);
}
