import { type CheckupItem, OID_BASE } from '@daiko/exchange-format';
import { FOURTH_PERIOD_START } from '../../facts.js';
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
export const d014: RuleOf<'item'> = {
  id: 'D014',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第3期と第4期の様式の違い',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('年度に合わない項目・コードです', 'An item or code is not of the year'),
  message: text(
    '第3期の健診（{expected}）に第4期の項目「{item}」があります。',
    'The checkup of {expected} is of the third period, but item {item} is of the fourth.',
  ),
  remedy: text(
    '年度に合った項目・コードにしてください。',
    'Use the items and codes of the year of the checkup.',
  ),
  check(item, facts, report) {
    if (facts.serviceDate === null || facts.serviceDate >= FOURTH_PERIOD_START) return;
    if (!isOfTheFourthPeriod(item)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.valueCode, expected: facts.serviceDate });
  },
};

function isOfTheFourthPeriod(item: CheckupItem): boolean {
  return itemsOfTheFourthPeriod.has(item.code) || systemsOfTheFourthPeriod.has(item.valueCodeSystem);
}
