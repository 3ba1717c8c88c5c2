import { definitionOf, hasPlainValue, isMarkFirst } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

function isCode(type: string): boolean {
  return type === 'CD' || type === 'CO';
}

/** V004: データ型が項目表と異なります。 */
export const v004: RuleOf<'item'> = {
  id: 'V004',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('データ型が項目表と異なります', 'The type of a value differs from the table'),
  message: text(
    '{name}（{item}）のデータ型が「{value}」です（正: {expected}）。',
    'The type of {name} ({item}) is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('データ型を確認してください。', 'Check the type of the value.'),
  check(item, facts, report) {
    const definition = definitionOf(item, facts);
    if (definition === undefined || !hasPlainValue(item) || item.type === definition.type) return;
    // V011 says that the mark stands before its value.
    if (isMarkFirst(item)) return;
    const isCoded = isCode(item.type) && isCode(definition.type);
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.type,
      expected: definition.type,
      values: { name: definition.name },
      severity: isCoded ? 'warning' : 'return',
    });
  },
};
