import type { Transaction } from '@daiko/persistence';
import type { StoredCheckpoint } from '../checkpoint/checkpoint.js';
import { checkpointsAfter } from '../checkpoint/checkpoint.store.js';
import { appendLeaf, emptyTree, type MerkleTree, rootOf } from '../checkpoint/merkle-tree.js';
import type { StreamEnd } from '../trail/append-marks.js';
import { genesisHash } from '../trail/mark-hash.js';
import { checkMark } from './check-mark.js';
import { badMark, type BadMark } from './finding.js';
import { holdsHash, marksFrom, type StoredMark } from './verification.store.js';

const marksPage = 1_000;
const checkpointsPage = 100;

/** The trail as far as it was walked. */
export interface Walk {
  ends: Map<string, StreamEnd>;
  tree: MerkleTree;
  bad: BadMark | null;
}

/** Signed checkpoints in the order of their sizes, a page at a time. */
class CheckpointLine {
  private page: StoredCheckpoint[] = [];
  private lastSize = 0;

  constructor(private readonly tx: Transaction) {}

  /** The checkpoint of this size, if there is one; sizes must be asked for in rising order. */
  async at(treeSize: number): Promise<StoredCheckpoint | null> {
    while ((this.page[0]?.treeSize ?? Infinity) < treeSize) this.page.shift();
    if (this.page.length === 0 && this.lastSize < treeSize) {
      this.page = await checkpointsAfter(this.tx, Math.max(treeSize - 1, this.lastSize), checkpointsPage);
      this.lastSize = this.page.at(-1)?.treeSize ?? Infinity;
    }
    return this.page[0]?.treeSize === treeSize ? this.page[0] : null;
  }
}

/**
 * Walks all marks in the order in which they were taken in and recomputes every hash, every link, the kept contents and the
 * root at every signed checkpoint, from stored fields alone. Memory: one page of marks, and one entry a stream. Stops at the first
 * place that is wrong. A stream may begin after a mark that is still on its way while its first mark is `youngerThan`.
 */
export async function walkTrail(
  tx: Transaction,
  isYoung: (mark: StoredMark) => Promise<boolean>,
): Promise<Walk> {
  const walk: Walk = { ends: new Map(), tree: emptyTree, bad: null };
  const checkpoints = new CheckpointLine(tx);
  let nextLeaf = 0;
  let hasGap = false;
  for (;;) {
    const page = await marksFrom(tx, nextLeaf, marksPage);
    for (const mark of page) {
      const { stream, sequence, hash } = mark;
      const end = walk.ends.get(stream);
      walk.bad = checkMark(mark, end) ?? (end === undefined ? await checkOrigin(tx, mark, isYoung) : null);
      if (walk.bad !== null) return walk;
      // Which stream lost the leaf shows when its next mark comes, or at its noted end.
      hasGap ||= mark.leafIndex !== nextLeaf;
      nextLeaf = mark.leafIndex + 1;
      walk.ends.set(stream, { sequence, hash });
      walk.tree = appendLeaf(walk.tree, hash);
      if (hasGap) continue;
      const checkpoint = await checkpoints.at(walk.tree.size);
      if (checkpoint !== null && checkpoint.rootHash !== rootOf(walk.tree)) {
        walk.bad = badMark(stream, sequence, 'checkpoint-differs');
        return walk;
      }
    }
    if (page.length < marksPage) return walk;
  }
}

async function checkOrigin(
  tx: Transaction,
  mark: StoredMark,
  isYoung: (mark: StoredMark) => Promise<boolean>,
): Promise<BadMark | null> {
  const { stream, sequence, previousHash } = mark;
  if (previousHash === genesisHash) return null;
  if (await holdsHash(tx, stream.split('/')[0] ?? '', previousHash)) return null;
  return (await isYoung(mark)) ? null : badMark(stream, sequence, 'origin-unknown');
}
