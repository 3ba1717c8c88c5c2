import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { rootByProof } from '../../test/root-by-proof.js';
import { proofRanges } from './inclusion-proof.js';
import { appendLeaf, emptyTree, rootOf } from './merkle-tree.js';

const leaves = Array.from({ length: 70 }, (_, index) =>
  createHash('sha256').update(`${index}`).digest('hex'),
);
const rootOfLeaves = (start: number, end: number) =>
  rootOf(leaves.slice(start, end).reduce(appendLeaf, emptyTree));

describe('the proof of inclusion', () => {
  it('leads every leaf of every tree to its root, and no other leaf and no other place', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const root = rootOfLeaves(0, size);
      for (let index = 0; index < size; index += 1) {
        const proof = proofRanges(index, size).map(({ start, end }) => rootOfLeaves(start, end));
        expect(rootByProof(leaves[index]!, index, size, proof)).toBe(root);
        expect(rootByProof(leaves[(index + 1) % 70]!, index, size, proof)).not.toBe(root);
        if (size > 1) expect(rootByProof(leaves[index]!, index, size, proof.slice(1))).not.toBe(root);
      }
    }
  });

  it('has no more steps than the tree has levels, and covers every leaf but its own once', () => {
    for (const size of [1, 2, 3, 64, 65, 1_000_003]) {
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        const ranges = proofRanges(index, size);
        expect(ranges.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)) || 0);
        expect(ranges.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(size - 1);
      }
    }
  });
});
