import { definitionOf } from './definition-of.js';
import { plausibleBandOf } from './plausible-band.js';
import { type RuleOf, text } from '../../rule.js';

/** V015: あり得ない値があります。 */
export const v015: RuleOf<'item'> = {
  id: 'V015',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design; bands are settings',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('あり得ない値があります', 'A value is implausible'),
  message: text(
    '{name}（{item}）の値が {value} です（想定範囲 {expected}）。',
    'The value of {name} ({item}) is {value}, outside {expected}.',
  ),
  remedy: text('値を確認してください。', 'Check the value.'),
  check(item, facts, report) {
    // What is 0 or less is no measurement at all: V016's.
    if (item.state !== 'VALUE' || item.number === null || item.mark !== null || item.number <= 0) return;
    const band = plausibleBandOf(item, facts);
    if (band === undefined) return;
    if (item.number >= band[0] && item.number <= band[1]) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: `${band[0]}–${band[1]}`,
      values: { name: definitionOf(item, facts)?.name ?? item.code },
    });
  },
};
