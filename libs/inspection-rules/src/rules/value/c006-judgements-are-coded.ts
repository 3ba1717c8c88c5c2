import { itemCodes } from '../../item-codes.js';
import { definitionOf, hasPlainCode } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** C006: 判定コードが違います。 */
export const c006: RuleOf<'checkup'> = {
  id: 'C006',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'OID表・別表',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('判定コードが違います', 'The code of a judgement is wrong'),
  message: text(
    '{name}（{item}）のコードが「{value}」です（正: {expected}）。',
    'The code of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('判定コードを確認してください。', 'Check the code of the judgement.'),
  check(_checkup, facts, report) {
    for (const codes of [itemCodes.metabolicSyndrome, itemCodes.guidanceLevel]) {
      const item = facts.itemOf(codes);
      if (item === null || !hasPlainCode(item) || /^[1-4]$/.test(item.valueCode)) continue;
      report(item.valueAt ?? item.at, {
        item: item.code,
        value: item.valueCode,
        expected: '1, 2, 3, 4',
        values: { name: definitionOf(item, facts)?.name ?? item.code },
      });
    }
  },
};
