import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import type { Report } from '../../rule.js';

/** 空腹時 and 随時中性脂肪. */
export const triglycerideCodes: readonly string[] = [
  ...itemCodes.triglycerideFasting,
  ...itemCodes.triglycerideRandom,
];

/** Reports an item that is further than `tolerance` from what others give, or for which nothing can be computed. */
export function reportDifference(
  facts: PairFacts,
  codes: readonly string[],
  expected: number | null,
  tolerance: number,
  report: Report,
): void {
  const item = facts.itemOf(codes);
  if (item === null || item.state !== 'VALUE' || item.number === null || expected === null) return;
  // A hair more than the tolerance, so that a binary fraction decides nothing.
  if (Math.abs(item.number - expected) <= tolerance + 1e-6) return;
  report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: expected.toFixed(1) });
}
