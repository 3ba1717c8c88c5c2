import type { Transaction } from '@daiko/persistence';
import { leafHashes } from './checkpoint.store.js';
import { type LeafRange, proofRanges } from './inclusion-proof.js';
import { appendLeaf, emptyTree, type MerkleTree, rootOf } from './merkle-tree.js';

const pageSize = 5_000;

/** Roots that prove leaf `index` in the tree of `size` leaves. Reads the hashes of all leaves once, a page at a time. */
export async function proveMark(tx: Transaction, index: number, size: number): Promise<string[]> {
  const proof: string[] = [];
  for (const range of proofRanges(index, size)) proof.push(await rootWithin(tx, range));
  return proof;
}

async function rootWithin(tx: Transaction, { start, end }: LeafRange): Promise<string> {
  let tree: MerkleTree = emptyTree;
  while (start + tree.size < end) {
    const from = start + tree.size;
    const hashes = await leafHashes(tx, from, Math.min(end, from + pageSize));
    if (hashes.length === 0) throw new Error(`leaf ${from} of the trail is gone`);
    tree = hashes.reduce(appendLeaf, tree);
  }
  return rootOf(tree);
}
