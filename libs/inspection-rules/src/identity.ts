import {
  type CdaHeader,
  type CdaTicket,
  type CheckupClaim,
  type ClaimSubject,
  type GuidanceClaim,
  normaliseForComparison,
  type Placed,
  type XmlElement,
} from '@daiko/exchange-format';
import { remembering } from './remembering.js';

/** Who one of the two files of a record says the person, the institution and the ticket are; texts as written. */
export interface Identity {
  readonly role: 'result' | 'claim';
  /** Where to point when a part is missing. */
  readonly at: XmlElement;
  readonly insurerNumber: Placed<string> | null;
  readonly symbol: Placed<string> | null;
  readonly number: Placed<string> | null;
  readonly branch: Placed<string> | null;
  readonly name: Placed<string> | null;
  /** Null in guidance claims, which hold the postal code alone. */
  readonly address: Placed<string> | null;
  readonly postalCode: Placed<string> | null;
  /** YYYYMMDD as written. */
  readonly birthDate: Placed<string> | null;
  readonly gender: Placed<string> | null;
  readonly providerNumber: Placed<string> | null;
  readonly ticketNumber: Placed<string> | null;
  readonly ticketExpiry: Placed<string> | null;
}

/** Parts of a person's identity for the keyed digest. Sensitive: lives in memory only, never stored, logged or sent. */
export interface PersonIdentity {
  readonly insurerNumber: string;
  readonly symbol: string;
  readonly number: string;
  readonly branch: string;
  readonly birthDate: string;
  readonly sex: string;
}

export function identityOfResult(header: CdaHeader, ticket: CdaTicket | null): Identity {
  const { patient } = header;
  return {
    role: 'result',
    at: patient?.at ?? header.at,
    insurerNumber: patient?.insurerNumber ?? null,
    symbol: patient?.symbol ?? null,
    number: patient?.number ?? null,
    branch: patient?.branch ?? null,
    name: patient?.name ?? null,
    address: patient?.address ?? null,
    postalCode: patient?.postalCode ?? null,
    birthDate: patient?.birthDate ?? null,
    gender: patient?.gender ?? null,
    // Who made the file says nothing of who did the service, unless nothing speaks of the service at all (D004).
    providerNumber:
      header.serviceEvent === null
        ? (header.authorOrganization?.number ?? null)
        : (header.serviceEvent.performer?.number ?? null),
    ticketNumber: ticket?.number ?? null,
    ticketExpiry: ticket?.expiry ?? null,
  };
}

export function identityOfClaim(claim: CheckupClaim | GuidanceClaim): Identity {
  const subject: ClaimSubject | null = claim.subject;
  const card = subject?.insurance ?? null;
  return {
    role: 'claim',
    at: card?.at ?? subject?.at ?? claim.at,
    insurerNumber: card?.insurerNumber ?? null,
    symbol: card?.symbol ?? null,
    number: card?.number ?? null,
    branch: card?.branchCode ?? null,
    name: subject?.name ?? null,
    address: subject?.address ?? null,
    postalCode: subject?.postalCode ?? null,
    birthDate: subject?.birthDate ?? null,
    gender: subject?.gender ?? null,
    providerNumber: subject?.providerNumber ?? null,
    ticketNumber: claim.ticket?.number ?? null,
    ticketExpiry: claim.ticket?.expiry ?? null,
  };
}

/** Symbol, number and branch in the form in which two writings are equal: NFKC, no spaces, no hyphens. */
export function insuredForm(text: Placed<string> | null): string {
  return text === null ? '' : comparableInsured(text.value);
}

/** The same of a plain text, as a master has it. */
export const comparableInsured = remembering((text) => normaliseForComparison(text).replace(/[-ー]/g, ''));

/** The person of an identity, each part in its comparable form. */
export function personOf(identity: Identity): PersonIdentity {
  return {
    insurerNumber: identity.insurerNumber?.value ?? '',
    symbol: insuredForm(identity.symbol),
    number: insuredForm(identity.number),
    branch: insuredForm(identity.branch),
    birthDate: identity.birthDate?.value ?? '',
    sex: identity.gender?.value ?? '',
  };
}

/** True for the seven digits of a postal code, whatever their width and whatever stands between them. */
export function isPostalCode(written: string): boolean {
  return isHalfWidthPostalCode(written) || /^\d{7}$/.test(written.normalize('NFKC').replace(/[-\s]/g, ''));
}

const halfWidthCode = /^\d{3}-?\d{4}$/;

/** True for a postal code as the standard has it; its hyphen may be left out. */
export function isHalfWidthPostalCode(written: string): boolean {
  return halfWidthCode.test(written);
}
