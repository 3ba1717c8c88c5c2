import type { MessageData } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { ReceiptCheckpoint } from './sign-receipt.js';

/** Keeps the checkpoint unless a later one is known. */
export async function keepCheckpoint(
  tx: Transaction,
  checkpoint: MessageData<'audit.checkpoint.signed.v1'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO checkpoint (tree_size, root_hash, signed_at, jws) VALUES ($1, $2, $3, $4)
     ON CONFLICT (is_only_row) DO UPDATE SET tree_size = excluded.tree_size, root_hash = excluded.root_hash,
       signed_at = excluded.signed_at, jws = excluded.jws
     WHERE checkpoint.tree_size < excluded.tree_size`,
    [checkpoint.treeSize, checkpoint.rootHash, checkpoint.signedAt, checkpoint.jws],
  );
}

/** The latest checkpoint that intake has heard of; null where there is none yet. */
export async function latestCheckpoint(db: Transaction): Promise<ReceiptCheckpoint | null> {
  const [row] = await db.query<{ treeSize: number; rootHash: string; signedAt: Date; jws: string }>(
    `SELECT tree_size AS "treeSize", root_hash AS "rootHash", signed_at AS "signedAt", jws FROM checkpoint`,
  );
  return row === undefined ? null : { ...row, signedAt: row.signedAt.toISOString() };
}
