import { itemCodes } from '../../item-codes.js';
import { definitionOf, hasPlainCode } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

const allowedCodes: readonly (readonly [codes: readonly string[], allowed: readonly string[]])[] = [
  [itemCodes.informationMethod, ['1', '2', '3']],
  [itemCodes.firstInterview, ['1']],
];

/** C009: 情報提供の方法・初回面接実施のコードが違います。 */
export const c009: RuleOf<'checkup'> = {
  id: 'C009',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '情報提供の方法・初回面接実施のコードが違います',
    'The code of information or first interview is wrong',
  ),
  message: text(
    '{name}（{item}）のコードが「{value}」です（正: {expected}）。',
    'The code of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('コードを確認してください。', 'Check the code.'),
  check(_checkup, facts, report) {
    for (const [codes, allowed] of allowedCodes) {
      const item = facts.itemOf(codes);
      if (item === null || !hasPlainCode(item) || allowed.includes(item.valueCode)) continue;
      report(item.valueAt ?? item.at, {
        item: item.code,
        value: item.valueCode,
        expected: allowed.join(', '),
        values: { name: definitionOf(item, facts)?.name ?? item.code },
      });
    }
  },
};
