import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** V017: 検査方法コードが項目表と異なります。 */
export const v017: RuleOf<'item'> = {
  id: 'V017',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('検査方法コードが項目表と異なります', 'The method code differs from the table'),
  message: text(
    '{name}（{item}）の検査方法コードが「{value}」です（正: {expected}）。',
    'The method code of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('検査方法コードを確認してください。', 'Check the method code.'),
  check(item, facts, report) {
    if (item.state !== 'VALUE') return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || definition.method === '') return;
    const found = item.methodCode?.value ?? '';
    if (found === definition.method) return;
    report(item.methodCode?.at ?? item.at, {
      item: item.code,
      value: found,
      expected: definition.method,
      values: { name: definition.name },
    });
  },
};
