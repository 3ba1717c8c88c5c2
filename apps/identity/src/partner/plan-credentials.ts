import type { PartnerRecord } from '@daiko/access';

type Credential = PartnerRecord['credentials'][number];

/** How many credentials of a partner may be valid at a time. */
const credentialCountMax = 2;

/** Credentials that have not ended yet. */
export function livingCredentials(credentials: readonly Credential[], now: Date): Credential[] {
  return credentials.filter(({ validUntil }) => validUntil === null || new Date(validUntil) > now);
}

/**
 * Adds a credential; the old one ends after the grace, never later than it would have anyway. Those that have ended are
 * dropped. Null where two are valid already: a third would have to end one that may be in use.
 */
export function addCredential(
  credentials: readonly Credential[],
  added: { credentialId: string; verifier: string },
  now: Date,
  graceMs: number,
): Credential[] | null {
  const living = livingCredentials(credentials, now);
  if (living.length >= credentialCountMax) return null;
  const graceEnd = new Date(now.getTime() + graceMs);
  const ending = living.map((credential) => {
    const isSooner = credential.validUntil !== null && new Date(credential.validUntil) < graceEnd;
    return isSooner ? credential : { ...credential, validUntil: graceEnd.toISOString() };
  });
  return [{ ...added, validFrom: now.toISOString(), validUntil: null }, ...ending];
}

/** Removes a credential at once, and those that have ended; null where it is not there. */
export function removeCredential(
  credentials: readonly Credential[],
  credentialId: string,
  now: Date,
): Credential[] | null {
  if (!credentials.some((credential) => credential.credentialId === credentialId)) return null;
  return livingCredentials(credentials, now).filter((credential) => credential.credentialId !== credentialId);
}
