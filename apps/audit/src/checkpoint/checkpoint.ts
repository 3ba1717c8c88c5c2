import { digestOf } from '../trail/mark-hash.js';

/** End of a stream within a tree. */
export interface Head {
  stream: string;
  sequence: number;
  hash: string;
}

/** What a checkpoint (チェックポイント) signs: size and root of the tree, and a digest over the heads of all streams in it. */
export interface CheckpointStatement {
  treeSize: number;
  rootHash: string;
  streamCount: number;
  headsDigest: string;
  /** ISO 8601. */
  signedAt: string;
}

export interface StoredCheckpoint extends Omit<CheckpointStatement, 'signedAt'> {
  signedAt: Date;
  jws: string;
}

/** SHA-256, hex, of the JSON list of [stream, sequence, hash] in the order of the streams' names. */
export function headsDigestOf(heads: readonly Head[]): string {
  const sorted = [...heads].sort((a, b) => (a.stream < b.stream ? -1 : 1));
  return digestOf(JSON.stringify(sorted.map(({ stream, sequence, hash }) => [stream, sequence, hash])));
}
