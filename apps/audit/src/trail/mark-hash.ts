import { hash } from 'node:crypto';

/** Previous hash of the very first mark of a service. */
export const genesisHash = '0'.repeat(64);

/** What the hash of a mark covers, as the trail keeps it. */
export interface HashedFields {
  stream: string;
  sequence: number;
  previousHash: string;
  id: string;
  type: string;
  subject: string;
  time: string;
  bodyDigest: string;
}

/** SHA-256, hex, of a text in UTF-8. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}

/** Hash of a mark from what the trail keeps; written apart from the writer's own code, so that one checks the other. */
export function hashOfFields(mark: HashedFields): string {
  const { stream, sequence, previousHash, id, type, subject, time, bodyDigest } = mark;
  return digestOf(JSON.stringify([stream, sequence, previousHash, id, type, subject, time, bodyDigest]));
}
