import { type CheckupItem, OID_BASE } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { FOURTH_PERIOD_START } from '../../frame.js';
import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const itemsOfTheFourthPeriod = new Set<string>([
  ...itemCodes.triglycerideRandom,
  ...itemCodes.undoneReason,
  ...itemCodes.informationMethod,
  '9N702167200000049',
  '9N707167200000049',
  '9N712167200000049',
]);
const systemsOfTheFourthPeriod = new Set(['24040', '24050', '24060'].map((arc) => `${OID_BASE}.${arc}`));

/** D014: 年度に合わない項目・コードです。 Codes of the third period in a checkup of the fourth are told by C003, C004, C007 and V001. */
export const d014: RuleOf<'checkup'> = {
  id: 'D014',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第3期と第4期の様式の違い',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('年度に合わない項目・コードです', 'An item or code is not of the year'),
  message: text(
    '健診実施日 {expected} は第3期ですが、第4期の項目 {itemName}（{item}）などがあります（{detail}項目）。',
    'The checkup of {expected} is of the third period, but {itemName} ({item}) and others are of the fourth ({detail} items).',
  ),
  remedy: text(
    '年度に合った項目・コードにしてください。',
    'Use the items and codes of the year of the checkup.',
  ),
  check(checkup, facts, report) {
    if (!isOfThirdPeriod(facts)) return;
    const later = checkup.items.filter(isOfTheFourthPeriod);
    const [first] = later;
    if (first === undefined) return;
    report(first.valueAt ?? first.at, {
      item: first.code,
      value: first.valueCode,
      expected: facts.serviceDate,
      values: { detail: later.length },
    });
  },
};

function isOfThirdPeriod({ serviceDate }: PairFacts): boolean {
  // A checkup from before the scheme is D003's.
  return serviceDate !== null && serviceDate >= '20080401' && serviceDate < FOURTH_PERIOD_START;
}

/** True where D014 fires. */
export function hasLaterItems(facts: PairFacts): boolean {
  return isOfThirdPeriod(facts) && facts.checkup?.items.some(isOfTheFourthPeriod) === true;
}

function isOfTheFourthPeriod(item: CheckupItem): boolean {
  return itemsOfTheFourthPeriod.has(item.code) || systemsOfTheFourthPeriod.has(item.valueCodeSystem);
}
