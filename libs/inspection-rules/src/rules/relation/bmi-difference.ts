import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';

/** Recorded BMI against the one height and weight give, in tenths; null where one of the three is missing. */
export function bmiDifference(
  facts: PairFacts,
): { readonly tenths: number; readonly expected: string } | null {
  const height = facts.numberOf(itemCodes.height);
  const weight = facts.numberOf(itemCodes.weight);
  const bmi = facts.numberOf(itemCodes.bmi);
  if (height === null || weight === null || bmi === null || height <= 0) return null;
  const expected = Math.round((weight * 100_000) / (height * height)) / 10;
  // Whole hundredths, so that 0.3 is 0.3.
  return {
    tenths: Math.abs(Math.round(bmi * 100) - Math.round(expected * 100)) / 10,
    expected: expected.toFixed(1),
  };
}
