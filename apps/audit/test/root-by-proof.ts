import { leafHash, nodeHash } from '../src/checkpoint/merkle-tree.js';

/** The root that a leaf and its proof lead to; the proof holds where it is the signed one. */
export function rootByProof(
  data: string,
  index: number,
  size: number,
  proof: readonly string[],
): string | null {
  let node = leafHash(data);
  let [at, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      // A last node without a right twin is carried up as it is.
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else node = nodeHash(node, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : null;
}
