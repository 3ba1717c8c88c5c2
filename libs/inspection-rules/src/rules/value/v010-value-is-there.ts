import { type RuleOf, text } from '../../rule.js';

/** V010: 結果値がありません。 */
export const v010: RuleOf<'item'> = {
  id: 'V010',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('結果値がありません', 'A result has no value'),
  message: text(
    '{itemName}（{item}）に結果値がなく、未実施の記録もありません。',
    '{itemName} ({item}) has no value and is not recorded as not done.',
  ),
  remedy: text('結果値を記録してください。', 'Write the value, or record the item as not done.'),
  check(item, _facts, report) {
    if (item.valueCount === 0 && !item.negated) report(item.at, { item: item.code });
  },
};
