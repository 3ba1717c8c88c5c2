import { itemCodes } from '../../item-codes.js';
import { hasPlainCode } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** C005: 採血時間のコードが違います。 */
export const c005: RuleOf<'checkup'> = {
  id: 'C005',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('採血時間のコードが違います', 'The code of the time since the last meal is wrong'),
  message: text(
    '採血時間（食後）のコードが「{value}」です（正: {expected}）。',
    'The code of the time since the last meal is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '採血時間のコードを確認してください（2 10時間以上、3 3.5時間以上10時間未満、4 3.5時間未満）。',
    'Use 2 for ten hours or more, 3 for 3.5 to ten hours, 4 for less.',
  ),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.bloodDrawTime);
    if (item === null || !hasPlainCode(item) || /^[234]$/.test(item.valueCode)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.valueCode, expected: '2, 3, 4' });
  },
};
