import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';

const parts = [itemCodes.height, itemCodes.weight, itemCodes.bmi];

/** Recorded BMI against the one height and weight give, in tenths. */
interface BmiDifference {
  readonly tenths: number;
  readonly expected: number;
}

/** The difference; null where one of the three is missing or wrong by itself. */
export function bmiDifference(facts: PairFacts): BmiDifference | null {
  return parts.some((codes) => facts.hasDoubtful(codes)) ? null : writtenBmiDifference(facts);
}

/** The same of the numbers as written, which may be wrong by themselves. */
export function writtenBmiDifference(facts: PairFacts): BmiDifference | null {
  const height = facts.writtenNumberOf(itemCodes.height);
  const weight = facts.writtenNumberOf(itemCodes.weight);
  const bmi = facts.writtenNumberOf(itemCodes.bmi);
  if (height === null || weight === null || bmi === null || height <= 0) return null;
  const expected = Math.round((weight * 100_000) / (height * height)) / 10;
  // Whole hundredths, so that 0.3 is 0.3.
  return { tenths: Math.abs(Math.round(bmi * 100) - Math.round(expected * 100)) / 10, expected };
}
