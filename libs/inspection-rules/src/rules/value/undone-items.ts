import { type CheckupItem, type CheckupReport, requirementOf } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';

/** Flags of 特定健診 that demand nothing: details, printed only, when available, not part of it. */
const notDemanded = '023567';

/** True for 未実施 and 測定不可能. */
export function isUndone(item: CheckupItem): boolean {
  return item.state === 'NOTDONE' || item.state === 'UNMEAS';
}

/** True when some mandatory item of 特定健診 was not done or could not be measured. */
export function mandatoryUndone(checkup: CheckupReport, facts: PairFacts): boolean {
  return checkup.items.some((item) => {
    if (!isUndone(item)) return false;
    const definition = facts.definitionOf(item);
    return definition !== undefined && !notDemanded.includes(requirementOf(definition, '010'));
  });
}

/** True when the reason is 3 その他 although both urine tests have a value and nothing was left undone (K029 instead of C012). */
export function isOtherReasonWithUrine(checkup: CheckupReport, facts: PairFacts): boolean {
  return (
    facts.codeOf(itemCodes.undoneReason) === '3' &&
    facts.has(itemCodes.urineGlucose) &&
    facts.has(itemCodes.urineProtein) &&
    !checkup.items.some(isUndone)
  );
}
