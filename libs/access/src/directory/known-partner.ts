import type { MessageData } from '@daiko/contracts';

/** The whole partner as identity publishes it. */
export type PartnerRecord = MessageData<'identity.partner.changed.v1'>;

/** A partner as the copy knows it, without its credentials. */
export type KnownPartner = Omit<PartnerRecord, 'credentials'>;

/** One of a partner's credentials, as the copy knows it. */
export interface KnownCredential {
  credentialId: string;
  verifier: string;
  validFrom: Date;
  validUntil: Date | null;
}

/** The copy must have been confirmed within this time. */
const confirmationAgeMsMax = 24 * 60 * 60 * 1000;

/** True at instants from `validFrom` until just before `validUntil`. */
export function isValidAt(credential: KnownCredential, now: Date): boolean {
  return credential.validFrom <= now && (credential.validUntil === null || now < credential.validUntil);
}

/** True where the copy may still be trusted; never confirmed is not fresh. */
export function isFresh(confirmedAt: Date | null, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() <= confirmationAgeMsMax;
}
