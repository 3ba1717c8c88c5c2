import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a partner shows: `Authorization: Bearer dk_<credentialId>_<secret>`. */
export interface ShownCredential {
  credentialId: string;
  /** base64url of 32 random bytes. */
  secret: string;
}

/** A credential just made. `bearerKey` is shown once and never kept. */
export interface NewCredential {
  credentialId: string;
  bearerKey: string;
  verifier: string;
}

const bearerForm = /^Bearer dk_([a-z0-9]{8,32})_([A-Za-z0-9_-]{43})$/;
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The verifier of a secret: SHA-256 of its base64url text, hex. The secret has 256 random bits, so a slow hash would add nothing. */
export function verifierOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Reads an `Authorization` header; null where it is not of our form. */
export function parseAuthorization(header: string | undefined): ShownCredential | null {
  const [, credentialId, secret] = bearerForm.exec(header ?? '') ?? [];
  return credentialId === undefined || secret === undefined ? null : { credentialId, secret };
}

/** Compares in constant time. */
export function matchesVerifier(secret: string, verifier: string): boolean {
  const shown = Buffer.from(verifierOf(secret), 'hex');
  const kept = Buffer.from(verifier, 'hex');
  return shown.length === kept.length && timingSafeEqual(shown, kept);
}

/** Makes a credential of 256 random bits. */
export function createCredential(): NewCredential {
  // 32 letters, so that five bits of each random byte choose one without bias.
  const credentialId = [...randomBytes(12)].map((byte) => letters[byte & 31]).join('');
  const secret = randomBytes(32).toString('base64url');
  return { credentialId, bearerKey: `dk_${credentialId}_${secret}`, verifier: verifierOf(secret) };
}
