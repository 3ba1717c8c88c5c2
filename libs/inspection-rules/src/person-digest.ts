import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { normaliseForComparison } from '@daiko/exchange-format';
import type { PersonIdentity } from './identity.js';

/** Bytes of a keyed digest. */
const DIGEST_BYTES = 16;

/** Keys as the engine keeps them: made once a key, since making one costs more than the digest itself. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Keyed digest of a text for one purpose, 16 bytes: without the key it tells nothing, and purposes never meet. */
export function keyedDigest(key: Uint8Array, purpose: string, text: string): Buffer {
  let secret = keyObjects.get(key);
  if (secret === undefined) keyObjects.set(key, (secret = createSecretKey(key)));
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest().subarray(0, DIGEST_BYTES);
}

/** Keyed digest of a person, each part in its comparable form (`personOf`): the same in every submission and master. */
export function personDigest(key: Uint8Array, person: PersonIdentity): Buffer {
  const { insurerNumber, symbol, number, branch, birthDate, sex } = person;
  return keyedDigest(key, 'person', JSON.stringify([insurerNumber, symbol, number, branch, birthDate, sex]));
}

/** Keyed digest of 記号・番号 without 枝番: the same for a family. */
export function householdDigest(
  key: Uint8Array,
  { insurerNumber, symbol, number }: Pick<PersonIdentity, 'insurerNumber' | 'symbol' | 'number'>,
): Buffer {
  return keyedDigest(key, 'household', JSON.stringify([insurerNumber, symbol, number]));
}

/** Keyed digest of name, birth and sex (T016); the name compares as in a pair of files (NFKC, no spaces). */
export function nameDigest(
  key: Uint8Array,
  { name, birthDate, sex }: { name: string; birthDate: string; sex: string },
): Buffer {
  return keyedDigest(key, 'name', JSON.stringify([normaliseForComparison(name), birthDate, sex]));
}
