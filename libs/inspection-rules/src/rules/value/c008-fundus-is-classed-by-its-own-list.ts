import { definitionOf, hasPlainCode } from './definition-of.js';
import { hasOtherFundusSystem } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

/** C008: 眼底の分類とコード体系が合いません。 */
export const c008: RuleOf<'item'> = {
  id: 'C008',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表',
  subject: 'item',
  types: ['CD', 'CO'],
  appliesTo: ['hc'],
  title: text(
    '眼底の分類とコード体系が合いません',
    'A class of the fundus has the codes of another classification',
  ),
  message: text(
    '{name}（{item}）のコード体系が「{value}」です（正: {expected}）。',
    'The code system of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('眼底の分類コードを確認してください。', 'Check the classification of the fundus.'),
  check(item, facts, report) {
    if (!hasPlainCode(item) || !hasOtherFundusSystem(item, facts)) return;
    const definition = definitionOf(item, facts)!;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.valueCodeSystem,
      expected: definition.codeSystem,
      values: { name: definition.name },
    });
  },
};
