import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K005: 腹囲が二つあり値が異なります。 */
export const k005: RuleOf<'checkup'> = {
  id: 'K005',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('腹囲が二つあり値が異なります', 'Two waists are recorded and differ'),
  message: text(
    '腹囲が {value} と {expected} の二つあります。',
    'Two waists are recorded: {value} and {expected}.',
  ),
  remedy: text('腹囲が二つあります。どちらかを確認してください。', 'Check which waist is right.'),
  check(_checkup, facts, report) {
    const waists = itemCodes.waist.map((code) => facts.item(code));
    const [first, ...others] = waists.filter((item) => item?.state === 'VALUE' && item.number !== null);
    for (const other of others) {
      if (Math.abs(Math.round(other!.number! * 10) - Math.round(first!.number! * 10)) <= 5) continue;
      report(other!.valueAt ?? other!.at, {
        item: other!.code,
        value: other!.value,
        expected: first!.value,
      });
    }
  },
};
