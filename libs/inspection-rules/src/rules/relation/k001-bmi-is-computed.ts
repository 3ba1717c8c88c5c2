import { itemCodes } from '../../item-codes.js';
import { bmiDifference } from './bmi-difference.js';
import { type RuleOf, text } from '../../rule.js';

/** K001: BMIの計算に差があります。 */
export const k001: RuleOf<'checkup'> = {
  id: 'K001',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('BMIの計算に差があります', 'BMI differs a little from its computation'),
  message: text(
    'BMIが {value} です（身長と体重からの計算 {expected}）。',
    'BMI is {value}; height and weight give {expected}.',
  ),
  remedy: text('身長・体重・BMIを確認してください。', 'Check height, weight and BMI.'),
  check(_checkup, facts, report) {
    const difference = bmiDifference(facts);
    const item = facts.itemOf(itemCodes.bmi);
    if (difference === null || item === null || difference.tenths <= 1 || difference.tenths > 3) return;
    const expected = difference.expected.toFixed(1);
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected });
  },
};
