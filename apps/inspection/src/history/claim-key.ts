import { createHmac } from 'node:crypto';
import type { PersonIdentity } from '@daiko/inspection-rules';

const digest = (key: Uint8Array, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest().subarray(0, 16);

/** Keyed digest of a person, 16 bytes: the same in every submission; without the key it tells nothing. */
export function personDigest(key: Uint8Array, person: PersonIdentity): Buffer {
  const { insurerNumber, symbol, number, branch, birthDate, sex } = person;
  return digest(key, 'person', JSON.stringify([insurerNumber, symbol, number, branch, birthDate, sex]));
}

/** Keyed digest of what makes two claims the same claim (重複請求, `duplicateKeyOf`), 16 bytes: unique among accepted claims. */
export function claimKey(key: Uint8Array, duplicateKey: string): Buffer {
  return digest(key, 'claim', duplicateKey);
}
