import { normaliseForComparison, parseCalendarDate, type Placed } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { comparableInsured, type Identity } from '../../identity.js';
import type { Report } from '../../rule.js';

/** Result and claim of a pair. */
export interface Sides {
  readonly result: Identity;
  readonly claim: Identity;
}

/** Result and claim of a pair, when both name a person; else null. */
export function bothSides(pair: PairFacts): Sides | null {
  const { resultIdentity: result, claimIdentity: claim } = pair;
  return result === null || claim === null ? null : { result, claim };
}

/** How a part is compared. */
interface PartForm {
  readonly form: (text: string) => string;
  /** Whether a text has the form of the part at all: one that has not is told where it stands, by the rule on its form. */
  readonly isSound: (text: string) => boolean;
}

/** A number of so many digits; full-width digits are the same number. */
export function digits(count: number): PartForm {
  const pattern = new RegExp(`^[0-9]{${count}}$`);
  return { form: normaliseForComparison, isSound: (text) => pattern.test(text) };
}

export const day: PartForm = {
  form: (text) => text.trim(),
  isSound: (text) => parseCalendarDate(text) !== null,
};
export const sex: PartForm = {
  form: (text) => text.trim(),
  isSound: (text) => text === '1' || text === '2',
};
export const plain: PartForm = { form: (text) => text.trim(), isSound: () => true };
/** Seven digits, with a hyphen or without. */
export const postal: PartForm = {
  form: (text) => normaliseForComparison(text).replace(/[-ー]/g, ''),
  isSound: () => true,
};
export const words: PartForm = { form: normaliseForComparison, isSound: () => true };

/** Reports a part that both files carry and that differs in the given form; the claim is shown, the result expected. */
export function reportDifference(
  pair: PairFacts,
  partOf: (identity: Identity) => Placed<string> | null,
  { form, isSound }: PartForm,
  report: Report,
): void {
  const sides = bothSides(pair);
  if (sides === null) return;
  const inResult = partOf(sides.result);
  const inClaim = partOf(sides.claim);
  if (inResult === null || inClaim === null || inResult.value === inClaim.value) return;
  const expected = form(inResult.value);
  const value = form(inClaim.value);
  if (expected === value || !isSound(expected) || !isSound(value)) return;
  if (expected === '' || value === '' || areOtherPersons(sides)) return;
  report(inClaim.at, { value: inClaim.value, expected: inResult.value });
}

/** True where number, name and birth date all differ: the claim of somebody else, which is said once (I023). */
export function areOtherPersons({ result, claim }: Sides): boolean {
  return (
    differ(result.number, claim.number, comparableInsured) &&
    differ(result.name, claim.name, normaliseForComparison) &&
    differ(result.birthDate, claim.birthDate, normaliseForComparison)
  );
}

function differ(one: Placed<string> | null, other: Placed<string> | null, form: (text: string) => string) {
  if (one === null || other === null || one.value === other.value) return false;
  const [inOne, inOther] = [form(one.value), form(other.value)];
  return inOne !== '' && inOther !== '' && inOne !== inOther;
}
