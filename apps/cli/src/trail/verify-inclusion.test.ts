import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { type InclusionProof, verifyInclusion } from './verify-inclusion.js';

// Purpose: who holds only the public keys can tell a true proof from every kind of false one, in trees of every shape.

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const split = (size: number) => 2 ** (Math.ceil(Math.log2(size)) - 1);

/** RFC 6962, 2.1: the root over leaves, and the path of one, written as the RFC defines them. */
function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return sha256(Uint8Array.of(0), leaves[0]!);
  const at = split(leaves.length);
  return sha256(Uint8Array.of(1), root(leaves.slice(0, at)), root(leaves.slice(at)));
}
function path(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const at = split(leaves.length);
  return index < at
    ? [...path(index, leaves.slice(0, at)), root(leaves.slice(at))]
    : [...path(index - at, leaves.slice(at)), root(leaves.slice(0, at))];
}

const leaves = Array.from({ length: 21 }, (_, index) => sha256(Buffer.from(`mark ${index}`)));
let keys: JSONWebKeySet;
let sign: (statement: object) => Promise<string>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'EdDSA' }] };
  sign = (statement) =>
    new CompactSign(Buffer.from(JSON.stringify(statement)))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
      .sign(privateKey);
});

async function proofOf(index: number, size: number): Promise<InclusionProof> {
  const tree = leaves.slice(0, size);
  const rootHash = root(tree).toString('hex');
  return {
    markId: 'mark',
    hash: leaves[index]!.toString('hex'),
    leafIndex: index,
    treeSize: size,
    rootHash,
    jws: await sign({ treeSize: size, rootHash }),
    proof: path(index, tree).map((node) => node.toString('hex')),
  };
}

describe('a proof of inclusion', () => {
  it('holds for every mark of every tree up to 21, and for no other mark or place', async () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = await proofOf(index, size);
        expect(await verifyInclusion(proof, keys)).toBeNull();
        if (size === 1) continue;
        const other = leaves[(index + 1) % size]!.toString('hex');
        expect(await verifyInclusion({ ...proof, hash: other }, keys)).toBe('path');
        expect(await verifyInclusion({ ...proof, leafIndex: (index + 1) % size }, keys)).toBe('path');
        expect(await verifyInclusion({ ...proof, proof: proof.proof.slice(1) }, keys)).toBe('path');
        expect(await verifyInclusion({ ...proof, proof: [...proof.proof, other] }, keys)).toBe('path');
      }
    }
  });

  it('does not hold with a signature of somebody else, or over something else', async () => {
    const proof = await proofOf(3, 7);
    const { jws } = await proofOf(3, 8);
    expect(await verifyInclusion({ ...proof, jws }, keys)).toBe('statement');
    const broken = `${proof.jws.slice(0, -4)}AAAA`;
    expect(await verifyInclusion({ ...proof, jws: broken }, keys)).toBe('signature');
    expect(await verifyInclusion(proof, { keys: [] })).toBe('signature');
  });
});
