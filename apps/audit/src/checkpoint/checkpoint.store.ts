import type { Transaction } from '@daiko/persistence';
import type { Head, StoredCheckpoint } from './checkpoint.js';
import type { MerkleTree } from './merkle-tree.js';

const columns = `tree_size AS "treeSize", root_hash AS "rootHash", stream_count AS "streamCount",
  heads_digest AS "headsDigest", signed_at AS "signedAt", jws`;

export async function readTree(tx: Transaction): Promise<MerkleTree> {
  const [tree] = await tx.query<MerkleTree>('SELECT size, peaks FROM merkle_tree');
  if (tree === undefined) throw new Error('the row of the Merkle tree is gone');
  return tree;
}

export async function latestCheckpoint(tx: Transaction): Promise<StoredCheckpoint | null> {
  const [row] = await tx.query<StoredCheckpoint>(
    `SELECT ${columns} FROM checkpoint ORDER BY tree_size DESC LIMIT 1`,
  );
  return row ?? null;
}

export async function checkpointsAfter(
  tx: Transaction,
  treeSize: number,
  limit: number,
): Promise<StoredCheckpoint[]> {
  return tx.query<StoredCheckpoint>(
    `SELECT ${columns} FROM checkpoint WHERE tree_size > $1 ORDER BY tree_size LIMIT $2`,
    [treeSize, limit],
  );
}

/** Heads of all streams within the first `treeSize` leaves. */
export async function headsWithin(tx: Transaction, treeSize: number): Promise<Head[]> {
  return tx.query<Head>(
    `SELECT stream.stream, head.sequence, head.hash FROM trail_stream AS stream
     CROSS JOIN LATERAL (SELECT sequence, hash FROM trail_mark
       WHERE trail_mark.stream = stream.stream AND leaf_index < $1 ORDER BY sequence DESC LIMIT 1) AS head`,
    [treeSize],
  );
}

/** Whether leaves from `treeSize` on hold anything but checkpoints and the marks of their own signing. */
export async function hasNews(tx: Transaction, treeSize: number): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM trail_mark WHERE leaf_index >= $1 AND type <> 'audit.checkpoint.signed.v1' LIMIT 1",
    [treeSize],
  );
  return rows.length > 0;
}

/** False where a checkpoint of this size is there already. */
export async function insertCheckpoint(tx: Transaction, checkpoint: StoredCheckpoint): Promise<boolean> {
  const { treeSize, rootHash, streamCount, headsDigest, signedAt, jws } = checkpoint;
  const rows = await tx.query(
    `INSERT INTO checkpoint (tree_size, root_hash, stream_count, heads_digest, signed_at, jws)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING tree_size`,
    [treeSize, rootHash, streamCount, headsDigest, signedAt, jws],
  );
  return rows.length > 0;
}

/** Hashes of the marks at leaves `start` up to, not including, `end`, in order. */
export async function leafHashes(tx: Transaction, start: number, end: number): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    'SELECT hash FROM trail_mark WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index',
    [start, end],
  );
  return rows.map(({ hash }) => hash);
}

/** Leaf and hash of a mark by the id of its message; the first where an id stands twice. */
export async function leafOf(
  tx: Transaction,
  markId: string,
): Promise<{ leafIndex: number; hash: string } | null> {
  const [row] = await tx.query<{ leafIndex: number; hash: string }>(
    'SELECT leaf_index AS "leafIndex", hash FROM trail_mark WHERE id = $1 ORDER BY leaf_index LIMIT 1',
    [markId],
  );
  return row ?? null;
}

/** The first checkpoint that holds this leaf. */
export async function checkpointHolding(
  tx: Transaction,
  leafIndex: number,
): Promise<StoredCheckpoint | null> {
  return (await checkpointsAfter(tx, leafIndex, 1))[0] ?? null;
}
