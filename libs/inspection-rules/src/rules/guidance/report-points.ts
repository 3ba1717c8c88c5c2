import type { Bilingual } from '@daiko/contracts';
import type { GuidanceItem } from '@daiko/exchange-format';
import { placeOf, possibleNumber } from '../../guidance-facts.js';
import { type Report, text } from '../../rule.js';

/** Reports points that are none of the computed ones; the first of `expected` is named. Nothing to compare, nothing said. */
export function reportPoints(
  item: GuidanceItem | null,
  expected: readonly number[],
  part: Bilingual,
  report: Report,
): void {
  const number = possibleNumber(item?.number ?? null);
  if (item === null || number === null || expected.length === 0 || expected.includes(number)) return;
  const values = { part, computed: computedAs(expected[0]) };
  report(placeOf(item), { item: item.code, value: item.value, expected: expected[0]!, values });
}

/** What was computed, in words. */
export function computedAs(points: number | undefined): Bilingual {
  if (points === undefined)
    return text('計算に必要な記録もありません', 'what it is computed from is missing too');
  return text(`計算 ${points}`, `computed: ${points}`);
}

/** The number an item records, and what it should be: where the two differ, the item is said to be wrong, not its sum. */
export function known(item: GuidanceItem | null, computed: readonly number[]): readonly number[] {
  const number = possibleNumber(item?.number ?? null);
  return number === null ? computed : [...computed, number];
}

/** Every sum of one number of each list. */
export function sumsOf(...lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((sums, list) => sums.flatMap((sum) => list.map((next) => sum + next)), [0]);
}
