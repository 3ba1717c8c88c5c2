import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** BMI below which the waist may be what the person says. */
const TOLD_BELOW = 22;

/** K004: 自己申告の腹囲は使えません。 */
export const k004: RuleOf<'checkup'> = {
  id: 'K004',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '省略基準',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('自己申告の腹囲は使えません', 'A waist as told by the person cannot be used'),
  message: text(
    '腹囲が自己申告ですが、BMIは {value} です（自己申告は {expected} 未満のとき）。',
    'The waist is as told by the person, but BMI is {value}; that is allowed below {expected} only.',
  ),
  remedy: text('自己申告の腹囲は使えません。実測値を記録してください。', 'Measure the waist.'),
  check(_checkup, facts, report) {
    const told = facts.item(itemCodes.waist[2]);
    const bmi = facts.numberOf(itemCodes.bmi);
    if (told?.state !== 'VALUE' || bmi === null || bmi < TOLD_BELOW) return;
    report(told.valueAt ?? told.at, { item: told.code, value: bmi, expected: TOLD_BELOW });
  },
};
