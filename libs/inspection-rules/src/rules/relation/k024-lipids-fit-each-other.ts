import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K024: 脂質の値が互いに合いません。 */
export const k024: RuleOf<'checkup'> = {
  id: 'K024',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('脂質の値が互いに合いません', 'The lipids do not fit each other'),
  message: text(
    '総コレステロールが {value} です（HDL・LDLからは {expected} 以上）。',
    'Total cholesterol is {value}; HDL and LDL give at least {expected}.',
  ),
  remedy: text('脂質の値を確認してください。', 'Check the lipids.'),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.totalCholesterol);
    const hdl = facts.numberOf(itemCodes.hdl);
    if (item?.state !== 'VALUE' || item.number === null || hdl === null) return;
    const ldl = facts.numberOf(itemCodes.ldl) ?? facts.numberOf(itemCodes.ldlCalculated);
    const least = Math.max(hdl, ldl === null ? 0 : ldl + hdl - 10);
    if (item.number >= least) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: least });
  },
};
