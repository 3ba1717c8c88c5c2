import type { ClaimFacts } from '@daiko/contracts';
import type { CheckupClaim, GuidanceClaim, Placed } from '@daiko/exchange-format';
import type { PersonIdentity } from './identity.js';

/** The money of a checkup claim; null when an amount is missing or no number. */
export function factsOfCheckupClaim(claim: CheckupClaim): ClaimFacts | null {
  const unitYen = claim.unitAmount?.value ?? null;
  const copaymentYen = claim.paymentAmount?.value ?? null;
  const claimYen = claim.claimAmount?.value ?? null;
  const otherProgramYen = claim.paymentByOtherProgram === null ? 0 : claim.paymentByOtherProgram.value;
  if (unitYen === null || copaymentYen === null || claimYen === null || otherProgramYen === null) return null;
  const claimType = digitOf(claim.claimType);
  return {
    unitYen,
    copaymentYen,
    otherProgramYen,
    claimYen,
    claimType,
    guidanceTiming: null,
    guidanceLevel: null,
  };
}

/** The money of a guidance claim; null when an amount is missing or no number. */
export function factsOfGuidanceClaim(claim: GuidanceClaim): ClaimFacts | null {
  const unitYen = claim.calculatedAmount?.value ?? null;
  const copaymentYen = claim.paymentAmount?.value ?? null;
  const claimYen = claim.claimAmount?.value ?? null;
  if (unitYen === null || copaymentYen === null || claimYen === null) return null;
  return {
    unitYen,
    copaymentYen,
    otherProgramYen: 0,
    claimYen,
    claimType: null,
    guidanceTiming: digitOf(claim.guidanceTiming),
    guidanceLevel: digitOf(claim.guidanceLevel),
  };
}

/** What makes two claims the same claim (H001). */
export interface DuplicateKeyParts {
  readonly identity: PersonIdentity;
  readonly ticketNumber: string | null;
  /** YYYYMMDD; counts only where there is no ticket. */
  readonly serviceDate: string | null;
  /** Counts only where there is no ticket: two institutions of one day are a query (H004), no repetition. */
  readonly institutionNumber?: string | null;
  readonly isGuidance: boolean;
  readonly guidanceTiming: string | null;
}

/**
 * Text that is equal for two claims of the same event: person, ticket (or day and institution without one), kind, timing.
 * Sensitive: made to be fed to a keyed digest at once, never stored, logged or sent.
 */
export function duplicateKeyOf(parts: DuplicateKeyParts): string {
  const { insurerNumber, symbol, number, branch, birthDate, sex } = parts.identity;
  const event =
    parts.ticketNumber === null
      ? `date:${parts.serviceDate ?? ''}:${parts.institutionNumber ?? ''}`
      : `ticket:${parts.ticketNumber}`;
  const kind = parts.isGuidance ? `guidance:${parts.guidanceTiming ?? ''}` : 'checkup';
  return JSON.stringify([insurerNumber, symbol, number, branch, birthDate, sex, event, kind]);
}

function digitOf(code: Placed<string> | null): string | null {
  return code !== null && /^\d$/.test(code.value) ? code.value : null;
}
