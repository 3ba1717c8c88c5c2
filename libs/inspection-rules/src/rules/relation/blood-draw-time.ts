import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import type { Report } from '../../rule.js';

/** Code of 採血時間: ten hours or more after the last meal. */
const FASTING = '2';

/** Reports a fasting result whose blood was drawn earlier than ten hours after a meal; a missing time is M017's. */
export function reportNotFasting(facts: PairFacts, codes: readonly string[], report: Report): void {
  const item = facts.itemOf(codes);
  const time = facts.codeOf(itemCodes.bloodDrawTime);
  if (item === null || item.state !== 'VALUE' || time === '' || time === FASTING) return;
  report(item.valueAt ?? item.at, { item: item.code, value: time, expected: FASTING });
}
