import { definitionOf, hasPlainCode } from './definition-of.js';
import { hasOtherDrinkingSystem, hasOtherFundusSystem } from './item-of-special-rule.js';
import { hasOldSmokingCode } from './old-smoking-code.js';
import { type RuleOf, text } from '../../rule.js';

/** C002: コード体系が項目表と異なります。 */
export const c002: RuleOf<'item'> = {
  id: 'C002',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  types: ['CD', 'CO'],
  appliesTo: ['hc'],
  title: text('コード体系が項目表と異なります', 'The code system is not that of the table'),
  message: text(
    '{name}（{item}）のコード体系が「{value}」です（正: {expected}）。',
    'The code system of {name} ({item}) is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('コード体系を確認してください。', 'Check the code system.'),
  check(item, facts, report) {
    const definition = definitionOf(item, facts);
    if (definition === undefined || definition.codeSystem === '' || !hasPlainCode(item)) return;
    if (item.valueCodeSystem === definition.codeSystem || hasOldSmokingCode(item, facts)) return;
    if (hasOtherDrinkingSystem(item, facts) || hasOtherFundusSystem(item, facts)) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.valueCodeSystem,
      expected: definition.codeSystem,
      values: { name: definition.name },
      severity: item.valueCodeSystem === '' ? 'warning' : 'return',
    });
  },
};
