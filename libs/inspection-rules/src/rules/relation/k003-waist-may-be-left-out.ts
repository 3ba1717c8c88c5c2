import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** BMI below which the doctor may leave the waist out. */
const DISPENSABLE_BELOW = 20;

/** K003: 腹囲の測定が省略されています（BMI 20未満）。 */
export const k003: RuleOf<'checkup'> = {
  id: 'K003',
  level: 6,
  severity: 'info',
  returnReason: null,
  source: '省略基準',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('腹囲の測定が省略されています（BMI 20未満）', 'The waist was left out (BMI below 20)'),
  message: text(
    '腹囲・内臓脂肪面積がなく、BMIは {value} です（{expected} 未満のため医師の判断で省略できます）。',
    'Neither waist nor visceral fat is recorded; BMI is {value}, below {expected}, so the doctor may leave them out.',
  ),
  remedy: text('省略した場合はこのままで構いません。', 'Nothing needs to be done if they were left out.'),
  check(_checkup, facts, report) {
    const bmi = facts.itemOf(itemCodes.bmi);
    if (bmi?.state !== 'VALUE' || bmi.number === null || bmi.number >= DISPENSABLE_BELOW) return;
    if (facts.has(itemCodes.waist) || facts.has(itemCodes.visceralFat)) return;
    report(bmi.valueAt ?? bmi.at, { item: bmi.code, value: bmi.value, expected: DISPENSABLE_BELOW });
  },
};
