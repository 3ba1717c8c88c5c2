import { itemCodes } from '../../item-codes.js';
import { bmiDifference } from './bmi-difference.js';
import { type RuleOf, text } from '../../rule.js';

/** K002: BMIが身長・体重と合いません。 */
export const k002: RuleOf<'checkup'> = {
  id: 'K002',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('BMIが身長・体重と合いません', 'BMI does not fit height and weight'),
  message: text(
    'BMIが {value} です（身長と体重からの計算 {expected}）。',
    'BMI is {value}; height and weight give {expected}.',
  ),
  remedy: text('身長・体重・BMIを確認してください。', 'Check height, weight and BMI.'),
  check(_checkup, facts, report) {
    const difference = bmiDifference(facts);
    const item = facts.itemOf(itemCodes.bmi);
    if (difference === null || item === null || difference.tenths <= 3) return;
    const expected = difference.expected.toFixed(1);
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected });
  },
};
