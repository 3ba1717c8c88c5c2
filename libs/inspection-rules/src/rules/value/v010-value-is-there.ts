import { type RuleOf, text } from '../../rule.js';

const alone = text('', '');
const aroundOthers = text(
  '（一連検査グループの外枠には項目コードを記録せず、nullFlavor="NA" とします）',
  '; a group of tests has nullFlavor="NA" instead of an item code',
);

/** V010: 結果値がありません。 */
export const v010: RuleOf<'item'> = {
  id: 'V010',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('結果値がありません', 'A result has no value'),
  message: text(
    '{itemName}（{item}）に結果値がなく、未実施の記録もありません{detail}。',
    '{itemName} ({item}) has no value and is not recorded as not done{detail}.',
  ),
  remedy: text('結果値を記録してください。', 'Write the value, or record the item as not done.'),
  check(item, _facts, report) {
    if (item.valueCount > 0 || item.negated) return;
    const detail = item.at.child('entryRelationship') === null ? alone : aroundOthers;
    report(item.at, { item: item.code, values: { detail } });
  },
};
