import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { rawPublicKey } from './key-id.js';

/** What a wrapped key is bound to: it opens nothing else, under no other key and for no other purpose. */
export interface WrapContext {
  payloadId: string;
  keyId: string;
  purpose: string;
}

const version = 1;
const purposeForm = /^[a-z-]{1,60}$/;
const headBytes = 1 + 32 + 32 + 16;
const zeroNonce = Buffer.alloc(12);

function wrappingKey(shared: Buffer, ephemeral: Buffer, recipient: Buffer, context: WrapContext): Buffer {
  const info = ['daiko data key', String(version), context.payloadId, context.keyId, context.purpose].join(
    '\0',
  );
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), info, 32));
}

function importRaw(raw: Buffer): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
}

/**
 * Wraps a 32-byte data key to a public key: ephemeral X25519, HKDF-SHA-256, AES-256-GCM.
 * The nonce may be constant since every wrapping key is used once. Base64 of: version, ephemeral key, sealed key, purpose.
 */
export function wrapKey(dataKey: Uint8Array, recipient: KeyObject, context: WrapContext): string {
  if (dataKey.length !== 32) throw new Error('a data key has 32 bytes');
  if (!purposeForm.test(context.purpose)) throw new Error(`not a purpose: ${context.purpose}`);
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralRaw = rawPublicKey(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient });
  const key = wrappingKey(shared, ephemeralRaw, rawPublicKey(recipient), context);
  const cipher = createCipheriv('aes-256-gcm', key, zeroNonce);
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([Buffer.of(version), ephemeralRaw, sealed, Buffer.from(context.purpose)]).toString(
    'base64',
  );
}

/** Purpose for which a data key was wrapped; null where the form is unknown. It is proved only by `unwrapKey`. */
export function wrappedPurpose(wrapped: string): string | null {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes[0] !== version || bytes.length <= headBytes) return null;
  const purpose = bytes.subarray(headBytes).toString('latin1');
  return purposeForm.test(purpose) ? purpose : null;
}

/** The data key, or null where the wrapped key was made for another payload, key or purpose, or was changed. */
export function unwrapKey(wrapped: string, privateKey: KeyObject, context: WrapContext): Buffer | null {
  if (wrappedPurpose(wrapped) !== context.purpose) return null;
  const bytes = Buffer.from(wrapped, 'base64');
  const ephemeralRaw = bytes.subarray(1, 33);
  try {
    const shared = diffieHellman({ privateKey, publicKey: importRaw(ephemeralRaw) });
    const recipientRaw = rawPublicKey(createPublicKey(privateKey));
    const key = wrappingKey(shared, ephemeralRaw, recipientRaw, context);
    const decipher = createDecipheriv('aes-256-gcm', key, zeroNonce, { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(65, headBytes));
    return Buffer.concat([decipher.update(bytes.subarray(33, 65)), decipher.final()]);
  } catch {
    return null;
  }
}
