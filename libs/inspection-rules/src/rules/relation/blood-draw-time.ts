import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import type { Report } from '../../rule.js';

/** Code of 採血時間: ten hours or more after the last meal. */
export const FASTING = '2';
/** 3.5 to 10 hours after the last meal. */
export const RANDOM = '3';
/** Less than 3.5 hours after the last meal (食直後). */
export const AFTER_MEAL = '4';

/** True where a test is recorded for fasting and for random blood alike: K018's and K019's, whatever the time. */
function isOfBothKinds(facts: PairFacts, code: string): boolean {
  const [fasting, random] = code.startsWith('3F')
    ? [itemCodes.triglycerideFasting, itemCodes.triglycerideRandom]
    : [itemCodes.glucoseFasting, itemCodes.glucoseRandom];
  return facts.has(fasting) && facts.has(random);
}

/** Reports a fasting result whose blood was drawn earlier than ten hours after a meal; a missing time is M017's, a code out of the table C005's. */
export function reportNotFasting(facts: PairFacts, codes: readonly string[], report: Report): void {
  const item = facts.itemOf(codes);
  const time = facts.codeOf(itemCodes.bloodDrawTime);
  if (item === null || item.state !== 'VALUE' || (time !== RANDOM && time !== AFTER_MEAL)) return;
  if (isOfBothKinds(facts, item.code)) return;
  report(item.valueAt ?? item.at, { item: item.code, value: time, expected: FASTING });
}

/** Reports a result that is there although the blood was drawn at this time after a meal. */
export function reportRecordedAt(
  facts: PairFacts,
  codes: readonly string[],
  drawn: string,
  expected: string,
  report: Report,
): void {
  const item = facts.itemOf(codes);
  if (item === null || item.state !== 'VALUE' || facts.codeOf(itemCodes.bloodDrawTime) !== drawn) return;
  if (isOfBothKinds(facts, item.code)) return;
  report(item.valueAt ?? item.at, { item: item.code, value: drawn, expected });
}
