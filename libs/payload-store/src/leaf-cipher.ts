import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Retention } from './key-id.js';
import type { KeyRing } from './key-ring.js';
import { unwrapKey, wrapKey } from './key-wrap.js';
import { PayloadTampered } from './read-range.js';

/** Data key of leaves, wrapped: what a database may keep. */
export interface LeafKey {
  leafKeyId: string;
  keyId: string;
  wrappedKey: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Random bytes are asked for many nonces at once: for each by itself they cost as much as the sealing. */
let randomPool = Buffer.alloc(0);

function nextNonce(): Buffer {
  if (randomPool.length === 0) randomPool = randomBytes(nonceBytes * 256);
  const nonce = randomPool.subarray(0, nonceBytes);
  randomPool = randomPool.subarray(nonceBytes);
  return nonce;
}

/** Seals and opens leaves: small texts of a few hundred bytes that a row holds itself, many under one data key. */
export class LeafCipher {
  /** As a key object: bytes would be made one for every leaf, which takes twice as long as sealing it. */
  private readonly dataKey: KeyObject;

  constructor(
    readonly key: LeafKey,
    dataKey: Buffer,
  ) {
    this.dataKey = createSecretKey(dataKey);
  }

  /** `name` is bound in: a leaf opens under no other name. */
  seal(name: string, text: string): Buffer {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', this.dataKey, nonce);
    cipher.setAAD(this.boundTo(name));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws {PayloadTampered} where the leaf was changed or is of another name or key */
  open(name: string, leaf: Buffer): string {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.dataKey, leaf.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(this.boundTo(name));
      decipher.setAuthTag(leaf.subarray(leaf.length - tagBytes));
      const text = decipher.update(leaf.subarray(nonceBytes, leaf.length - tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      throw new PayloadTampered(this.key.leafKeyId, 'a leaf does not open');
    }
  }

  private boundTo(name: string): Buffer {
    return Buffer.from(`${this.key.leafKeyId}\0${name}`, 'utf8');
  }
}

/** A fresh data key for leaves, wrapped to the owner's key of the month. @throws {KeyMissing} */
export async function newLeafCipher(
  keyRing: KeyRing,
  options: { owner: string; retention: Retention; purpose: string; now: Date },
): Promise<LeafCipher> {
  const recipient = await keyRing.currentPublicKey(options.owner, options.retention, options.now);
  const leafKeyId = uuidv7();
  const dataKey = randomBytes(32);
  const context = { payloadId: leafKeyId, keyId: recipient.keyId, purpose: options.purpose };
  const wrappedKey = wrapKey(dataKey, recipient.key, context);
  return new LeafCipher({ leafKeyId, keyId: recipient.keyId, wrappedKey }, dataKey);
}

/**
 * The cipher of leaves sealed before. The caller leaves the mark of the key's use first.
 * @throws {KeyMissing} where the key was destroyed {PayloadTampered}
 */
export async function leafCipherOf(keyRing: KeyRing, key: LeafKey, purpose: string): Promise<LeafCipher> {
  const context = { payloadId: key.leafKeyId, keyId: key.keyId, purpose };
  const dataKey = unwrapKey(key.wrappedKey, await keyRing.privateKey(key.keyId), context);
  if (dataKey === null) throw new PayloadTampered(key.leafKeyId, 'the key of leaves does not open');
  return new LeafCipher(key, dataKey);
}
