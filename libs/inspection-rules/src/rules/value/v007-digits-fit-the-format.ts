import { hasOtherUnit, wholePlaces } from '../../number-soundness.js';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

/** V007: 桁数が項目表と異なります。 */
export const v007: RuleOf<'item'> = {
  id: 'V007',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  types: ['PQ'],
  appliesTo: ['hc'],
  title: text('桁数が項目表と異なります', 'A number has more digits than its format'),
  message: text(
    '{name}（{item}）の値「{value}」は桁数が多すぎます（書式 {expected}）。',
    'The value "{value}" of {name} ({item}) has more digits than the format {expected}.',
  ),
  remedy: text(
    '桁数を確認し、小数は四捨五入して記録してください。',
    'Check the digits; round decimals half up.',
  ),
  check(item, facts, report) {
    if (item.type !== 'PQ' || item.number === null || !hasPlainValue(item)) return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || definition.type !== 'PQ') return;
    // Digits of a number in another unit (V005) say nothing, and what is 0 or less is V016's.
    if (hasOtherUnit(item, facts) || item.number <= 0) return;
    const isTooWide = wholePlaces(item.value) > wholePlaces(definition.format);
    if (!isTooWide && decimalPlaces(item.value) <= decimalPlaces(definition.format)) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: definition.format,
      values: { name: definition.name },
      severity: isTooWide ? 'return' : 'warning',
    });
  },
};
