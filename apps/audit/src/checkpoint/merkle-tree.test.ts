import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { appendLeaf, emptyTree, leafHash, nodeHash, rootOf } from './merkle-tree.js';

/** The definition of RFC 6962, 2.1, as it is written: split at the largest power of two below the size. */
function definedRoot(leaves: readonly string[]): string {
  if (leaves.length === 1) return leafHash(leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

describe('the Merkle tree', () => {
  it('has the published roots of the reference leaves', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const roots = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    let tree = emptyTree;
    expect(rootOf(tree)).toBe(roots[0]);
    leaves.forEach((leaf, index) => {
      tree = appendLeaf(tree, leaf);
      expect(rootOf(tree)).toBe(roots[index + 1]);
    });
  });

  it('grown leaf by leaf is the tree of the definition, at every size, and keeps only as many peaks as its size has 1 bits', () => {
    const leaves = Array.from({ length: 130 }, (_, index) =>
      createHash('sha256').update(`${index}`).digest('hex'),
    );
    let tree = emptyTree;
    leaves.forEach((leaf, index) => {
      tree = appendLeaf(tree, leaf);
      expect(rootOf(tree)).toBe(definedRoot(leaves.slice(0, index + 1)));
      expect(tree.peaks).toHaveLength(tree.size.toString(2).replaceAll('0', '').length);
    });
  });
});
