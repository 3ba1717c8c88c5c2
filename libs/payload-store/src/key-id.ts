import { createHash, type KeyObject } from 'node:crypto';

/** Class of retention (保存区分) of what a key seals; `hold` is for payloads under legal hold (訴訟等による保全). */
export const retentions = ['transit', 'report', 'tax-book', 'hold'] as const;
export type Retention = (typeof retentions)[number];

/** What a key id says: whose it is, for which class of retention and for which month (JST, `YYYY-MM`). */
export interface KeyIdParts {
  owner: string;
  retention: Retention;
  month: string;
  fingerprint: string;
}

const form = /^([0-9a-z-]{1,32})\.([a-z-]{1,16})\.(\d{4}-(?:0[1-9]|1[0-2]))\.([0-9a-f]{8})$/;

/** Parts of `<owner>.<retention>.<YYYY-MM>.<8 hex>`; null where it is no key id. */
export function parseKeyId(keyId: string): KeyIdParts | null {
  const [, owner, retention, month, fingerprint] = form.exec(keyId) ?? [];
  if (owner === undefined || month === undefined || fingerprint === undefined) return null;
  const known = retentions.find((one) => one === retention);
  return known === undefined ? null : { owner, retention: known, month, fingerprint };
}

/** Owner named by a key id. @throws {Error} where it is no key id */
export function ownerOf(keyId: string): string {
  const parts = parseKeyId(keyId);
  if (parts === null) throw new Error(`not a key id: ${keyId}`);
  return parts.owner;
}

/** Raw 32 bytes of an X25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an X25519 key');
  return Buffer.from(x, 'base64url');
}

/** Id of a key: its place (`<owner>.<retention>.<YYYY-MM>`) and the first 8 hex digits of the SHA-256 of its public part. */
export function keyIdOf(slot: string, publicKey: KeyObject): string {
  const digest = createHash('sha256').update(rawPublicKey(publicKey)).digest('hex');
  return `${slot}.${digest.slice(0, 8)}`;
}

/** Place of a key. @throws {Error} where the owner, class or month has not the form of a key id */
export function slotOf(owner: string, retention: Retention, month: string): string {
  const slot = `${owner}.${retention}.${month}`;
  if (parseKeyId(`${slot}.00000000`) === null) throw new Error(`not a place of a key: ${slot}`);
  return slot;
}

/** Month of the Japanese calendar in which `now` falls, `YYYY-MM`. */
export function monthOf(now: Date): string {
  return new Date(now.getTime() + 9 * 3600_000).toISOString().slice(0, 7);
}
