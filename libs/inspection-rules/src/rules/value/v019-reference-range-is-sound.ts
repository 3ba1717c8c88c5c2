import { type RuleOf, text } from '../../rule.js';

const words = {
  order: text('下限が上限を超えています', 'low is above high'),
  unit: text('結果値と単位が異なります', 'its unit is not that of the value'),
} as const;

/** V019: 基準値の記録が違います。 */
export const v019: RuleOf<'item'> = {
  id: 'V019',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('基準値の記録が違います', 'A reference range is not sound'),
  message: text(
    '{itemName}（{item}）の基準値が「{value}」です（{detail}）。',
    'The reference range of {itemName} ({item}) is "{value}": {detail}.',
  ),
  remedy: text('基準値を確認してください。', 'Check the reference range.'),
  check(item, _facts, report) {
    for (const range of item.referenceRanges) {
      const { low, high, lowUnit, highUnit } = range;
      const value = `${low ?? ''}–${high ?? ''} ${lowUnit ?? highUnit ?? ''}`;
      if (low !== null && high !== null && Number(low) > Number(high)) {
        report(range.at, { item: item.code, value, values: { detail: words.order } });
      } else if ((lowUnit ?? item.unit) !== item.unit || (highUnit ?? item.unit) !== item.unit) {
        report(range.at, { item: item.code, value, expected: item.unit, values: { detail: words.unit } });
      }
    }
  },
};
