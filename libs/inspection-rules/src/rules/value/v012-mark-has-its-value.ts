import { type RuleOf, text } from '../../rule.js';

/** V012: 実測値がなくL・Hの印だけです。 */
export const v012: RuleOf<'item'> = {
  id: 'V012',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '標準的な健診・保健指導プログラム 入力最小値・最大値',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('実測値がなくL・Hの印だけです', 'A mark L or H stands without the measured value'),
  message: text(
    '{itemName}（{item}）は「{value}」の印だけで、実測値がありません。',
    '{itemName} ({item}) has the mark "{value}" but no measured value.',
  ),
  remedy: text('実測値も記録してください。', 'Record the measured value too.'),
  check(item, _facts, report) {
    if (item.valueCount !== 1 || item.mark === null || item.negated) return;
    report(item.mark.at, { item: item.code, value: item.mark.value });
  },
};
