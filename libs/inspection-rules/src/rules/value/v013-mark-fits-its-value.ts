import { definitionOf } from './definition-of.js';
import { officialLimitOf, plausibleBandOf } from './plausible-band.js';
import { type RuleOf, text } from '../../rule.js';

/** V013: L・Hの印が値と合いません。 */
export const v013: RuleOf<'item'> = {
  id: 'V013',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('L・Hの印が値と合いません', 'A mark L or H does not fit its value'),
  message: text(
    '{name}（{item}）は「{mark}」の印がありますが、値は {value} です（正: {expected}）。',
    '{name} ({item}) has the mark "{mark}", but its value is {value}; {expected} was expected.',
  ),
  remedy: text('L・Hの印と値を確認してください。', 'Check the mark and the value.'),
  check(item, facts, report) {
    const { mark } = item;
    if (mark === null || item.number === null || item.valueCount !== 2) return;
    const official = officialLimitOf(item);
    const limits = official ?? plausibleBandOf(item, facts);
    const definition = definitionOf(item, facts);
    if (limits === undefined || definition === undefined) return;
    // A value too wide for its format is written as nines with H.
    const highest = Math.min(limits[1], Number(definition.format.replace(/N/g, '9')));
    const isWrong =
      (mark.value === 'L' && item.number > limits[0]) || (mark.value === 'H' && item.number < highest);
    if (!isWrong) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: mark.value === 'L' ? `≤ ${limits[0]}` : `≥ ${highest}`,
      values: { name: definition.name, mark: mark.value },
      severity: official === undefined ? 'warning' : 'return',
    });
  },
};
