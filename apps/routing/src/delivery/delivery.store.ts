import { isUuid } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { SealedDocuments } from './sealed-documents.js';

/** Which documents are asked for; `owner` null: everybody's. */
export interface DeliveryQuery {
  owner: string | null;
  afterNumber: number;
  state: string | null;
  limit: number;
}

function selected(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, column]) => `${column} AS "${name}"`)
    .join(', ');
}

/** Sealed documents of a kind, the oldest first. */
export async function listDocuments<Row extends { state: string }>(
  db: Transaction,
  { table, owner, columns }: SealedDocuments<Row>,
  query: DeliveryQuery,
): Promise<Row[]> {
  return db.query<Row>(
    `SELECT ${selected(columns)} FROM ${table}
     WHERE delivery_number > $1 AND ($2::text IS NULL OR ${owner} = $2) AND ($3::text IS NULL OR state = $3)
     ORDER BY delivery_number LIMIT $4`,
    [query.afterNumber, query.owner, query.state, query.limit],
  );
}

/**
 * A sealed document of `ownerNumber` (null: anybody's); null where there is none, and for a text that can be no id. Locked for
 * a change where `isForUpdate`.
 */
export async function findDocument<Row extends { state: string }>(
  db: Transaction,
  { table, id, owner, columns }: SealedDocuments<Row>,
  documentId: string,
  ownerNumber: string | null,
  isForUpdate = false,
): Promise<Row | null> {
  if (!isUuid(documentId)) return null;
  const [row] = await db.query<Row>(
    `SELECT ${selected(columns)} FROM ${table}
     WHERE ${id} = $1 AND delivery_number IS NOT NULL AND ($2::text IS NULL OR ${owner} = $2)
     ${isForUpdate ? 'FOR UPDATE' : ''}`,
    [documentId, ownerNumber],
  );
  return row ?? null;
}

/** 受領確認, noted. */
export async function markAcknowledged<Row extends { state: string }>(
  tx: Transaction,
  { table, id }: SealedDocuments<Row>,
  documentId: string,
  at: Date,
): Promise<void> {
  await tx.query(`UPDATE ${table} SET state = 'acknowledged', acknowledged_at = $2 WHERE ${id} = $1`, [
    documentId,
    at,
  ]);
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
