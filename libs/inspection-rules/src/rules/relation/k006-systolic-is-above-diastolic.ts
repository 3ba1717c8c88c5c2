import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const pairs = itemCodes.systolic.map((systolic, rank) => [[systolic], [itemCodes.diastolic[rank]!]] as const);
const anyPair = [[itemCodes.systolic, itemCodes.diastolic]] as const;

/** K006: 収縮期血圧が拡張期血圧以下です。 */
export const k006: RuleOf<'checkup'> = {
  id: 'K006',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('収縮期血圧が拡張期血圧以下です', 'Systolic pressure is not above diastolic'),
  message: text(
    '収縮期血圧 {value} が拡張期血圧 {expected} 以下です。',
    'Systolic pressure {value} is not above diastolic pressure {expected}.',
  ),
  remedy: text('血圧の値を確認してください。', 'Check the blood pressure.'),
  check(_checkup, facts, report) {
    const complete = pairs.filter(([systolic, diastolic]) => facts.has(systolic) && facts.has(diastolic));
    const compared = complete.length > 0 ? complete : anyPair;
    for (const [systolicCodes, diastolicCodes] of compared) {
      const systolic = facts.numberOf(systolicCodes);
      const diastolic = facts.numberOf(diastolicCodes);
      const item = facts.itemOf(systolicCodes);
      if (systolic === null || diastolic === null || item === null || systolic > diastolic) continue;
      report(item.valueAt ?? item.at, { item: item.code, value: systolic, expected: diastolic });
    }
  },
};
