import type { Placed } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import type { Identity } from '../../identity.js';
import type { Report } from '../../rule.js';

/** Result and claim of a pair, when both name a person; else null. */
export function bothSides(pair: PairFacts): { readonly result: Identity; readonly claim: Identity } | null {
  const { resultIdentity: result, claimIdentity: claim } = pair;
  return result === null || claim === null ? null : { result, claim };
}

/** Reports a part that both files carry and that differs in the given form; the claim is shown, the result expected. */
export function reportDifference(
  pair: PairFacts,
  partOf: (identity: Identity) => Placed<string> | null,
  form: (text: string) => string,
  report: Report,
): void {
  const sides = bothSides(pair);
  if (sides === null) return;
  const inResult = partOf(sides.result);
  const inClaim = partOf(sides.claim);
  if (inResult === null || inClaim === null) return;
  const expected = form(inResult.value);
  const value = form(inClaim.value);
  if (expected === '' || value === '' || expected === value) return;
  report(inClaim.at, { value: inClaim.value, expected: inResult.value });
}
