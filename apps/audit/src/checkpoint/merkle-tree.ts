import { createHash } from 'node:crypto';

/**
 * A Merkle tree (RFC 6962, 2.1) as far as it must be known to grow: its size and the roots of its perfect subtrees, largest
 * first, hex. Memory and work per leaf grow with the logarithm of the size.
 */
export interface MerkleTree {
  size: number;
  peaks: readonly string[];
}

export const emptyTree: MerkleTree = { size: 0, peaks: [] };

const sha256 = (...parts: Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);
const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Hash of a leaf; `data` hex (here: the hash of a mark). */
export const leafHash = (data: string): string => sha256(leafPrefix, bytes(data));
/** Hash of an inner node over its two children. */
export const nodeHash = (left: string, right: string): string =>
  sha256(nodePrefix, bytes(left), bytes(right));

/** The tree with one leaf more. */
export function appendLeaf(tree: MerkleTree, data: string): MerkleTree {
  const peaks = [...tree.peaks];
  let node = leafHash(data);
  // Each trailing 1 bit of the size is a perfect subtree as large as what is carried.
  for (let rest = BigInt(tree.size); (rest & 1n) === 1n; rest >>= 1n)
    node = nodeHash(String(peaks.pop()), node);
  peaks.push(node);
  return { size: tree.size + 1, peaks };
}

/** Root of the tree; of the empty one the hash of nothing. */
export function rootOf(tree: MerkleTree): string {
  const smallest = tree.peaks.at(-1);
  if (smallest === undefined) return sha256();
  return tree.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), smallest);
}
