import { hasOtherUnit, isTooWide } from '../../number-soundness.js';
import { definitionOf } from './definition-of.js';
import { officialLimitOf } from './plausible-band.js';
import { type RuleOf, text } from '../../rule.js';

/** V014: 入力範囲外の値にL・Hの印がありません。 */
export const v014: RuleOf<'item'> = {
  id: 'V014',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  types: ['PQ', 'INT'],
  appliesTo: ['hc'],
  title: text('入力範囲外の値にL・Hの印がありません', 'A value outside the input limits has no mark'),
  message: text(
    '{name}（{item}）の値 {value} は入力範囲 {expected} の外ですが、L・Hの印がありません。',
    'The value {value} of {name} ({item}) lies outside {expected} and has no mark L or H.',
  ),
  remedy: text(
    '値を確認し、範囲外ならL・Hの印も記録してください。',
    'Check the value; if it is right, record the mark L or H.',
  ),
  check(item, facts, report) {
    if (item.number === null || item.mark !== null || item.negated) return;
    const limits = officialLimitOf(item);
    if (limits === undefined) return;
    if (item.number >= limits[0] && item.number <= limits[1]) return;
    // Other rules say it where the unit is another, the number too wide, or none (V005, V007, V016).
    if (hasOtherUnit(item, facts) || isTooWide(item, facts) || item.number <= 0) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: `${limits[0]}–${limits[1]}`,
      values: { name: definitionOf(item, facts)?.name ?? item.code },
    });
  },
};
