import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';

/** What audit answers as proof that a mark is in a signed checkpoint. Hashes are hex. */
export interface InclusionProof {
  markId: string;
  hash: string;
  leafIndex: number;
  treeSize: number;
  rootHash: string;
  /** The signed checkpoint, a compact JWS. */
  jws: string;
  /** Roots of the neighbouring subtrees, from the leaf to the root (RFC 6962, 2.1.1). */
  proof: readonly string[];
}

/** Why a proof does not hold; null where it does. */
export type ProofFault = 'path' | 'signature' | 'statement' | null;

/**
 * Checks a proof with nothing but the public keys: that the path leads from the mark to the root, that the signature is good, and
 * that what was signed is that root over that many marks.
 */
export async function verifyInclusion(proof: InclusionProof, keys: JSONWebKeySet): Promise<ProofFault> {
  const { hash, leafIndex, treeSize: size } = proof;
  if (subtreeRoot(hashed(0, hash), leafIndex, size, [...proof.proof]) !== proof.rootHash) return 'path';
  const verified = await compactVerify(proof.jws, createLocalJWKSet(keys)).catch(() => null);
  if (verified === null) return 'signature';
  const { treeSize, rootHash } = JSON.parse(Buffer.from(verified.payload).toString('utf8')) as InclusionProof;
  return treeSize === proof.treeSize && rootHash === proof.rootHash ? null : 'statement';
}

/** The path is taken from its end, which is the subtree beside the root. */
function subtreeRoot(leaf: string, index: number, size: number, path: string[]): string | null {
  if (size === 1) return path.length === 0 && index === 0 ? leaf : null;
  const sibling = path.pop();
  if (sibling === undefined) return null;
  let left = 1;
  while (left * 2 < size) left *= 2;
  const inner =
    index < left ? subtreeRoot(leaf, index, left, path) : subtreeRoot(leaf, index - left, size - left, path);
  if (inner === null) return null;
  return index < left ? hashed(1, inner, sibling) : hashed(1, sibling, inner);
}

function hashed(prefix: 0 | 1, ...parts: string[]): string {
  const hash = createHash('sha256').update(Uint8Array.of(prefix));
  for (const part of parts) hash.update(Buffer.from(part, 'hex'));
  return hash.digest('hex');
}
