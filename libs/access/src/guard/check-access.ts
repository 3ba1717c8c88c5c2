import { Problem } from '@daiko/contracts';
import { matchesVerifier, parseAuthorization, verifierOf } from '../credential/credential.js';
import { isValidAt, type KnownCredential, type KnownPartner } from '../directory/known-partner.js';
import { type Action, mayDo } from '../policy.js';
import { accessProblems } from '../problems.js';
import type { Caller } from './caller.js';

/** What is compared where the credential is not known, so that the answer takes as long. */
const noVerifier = verifierOf('');

type Known = { partner: KnownPartner; credential: KnownCredential } | null;

/** A refusal, and who it was as far as that is proved. */
export interface Refusal {
  problem: Problem;
  credentialId: string | null;
  partnerId: string | null;
}

/** Decides who calls, from the header and what the directory knows of its credential. Pure; precedence as written. */
export function checkCredential(
  authorization: string | undefined,
  known: Known,
  now: Date,
): { caller: Caller } | Refusal {
  const shown = parseAuthorization(authorization);
  if (shown === null) {
    return { problem: new Problem(accessProblems.credentialMissing), credentialId: null, partnerId: null };
  }
  const isRight = matchesVerifier(shown.secret, known?.credential.verifier ?? noVerifier);
  if (known === null || !isRight || known.credential.credentialId !== shown.credentialId) {
    return { problem: new Problem(accessProblems.credentialUnknown), credentialId: null, partnerId: null };
  }
  const { partner, credential } = known;
  const who = { credentialId: credential.credentialId, partnerId: partner.partnerId };
  if (!isValidAt(credential, now)) {
    const values = { credentialId: credential.credentialId };
    return { problem: new Problem(accessProblems.credentialExpired, values), ...who };
  }
  if (partner.state !== 'active') {
    return { problem: new Problem(accessProblems.partnerSuspended, { number: partner.number }), ...who };
  }
  const { partnerId, kind, number, mayActFor, limits } = partner;
  return { caller: { partnerId, kind, number, credentialId: credential.credentialId, mayActFor, limits } };
}

/** Null where the caller may do one of `actions`, otherwise the problem. */
export function checkActions(caller: Caller, actions: readonly Action[]): Problem | null {
  if (actions.some((action) => mayDo(caller.kind, action))) return null;
  return new Problem(accessProblems.notAllowed, { number: caller.number, action: actions.join(', ') });
}
