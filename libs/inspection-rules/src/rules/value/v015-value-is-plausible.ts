import { itemCodes } from '../../item-codes.js';
import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** Item code → name of its band in the settings. */
const bandByCode = new Map<string, string>(
  Object.entries({
    ...itemCodes,
    triglyceride: [...itemCodes.triglycerideFasting, ...itemCodes.triglycerideRandom],
    glucose: [...itemCodes.glucoseFasting, ...itemCodes.glucoseRandom],
  }).flatMap(([name, codes]) => codes.map((code) => [code, name] as const)),
);

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
    const key = bandByCode.get(item.code);
    const band = key === undefined ? undefined : facts.settings.plausibleBands[key];
    if (band === undefined || item.state !== 'VALUE' || item.number === null || item.mark !== null) return;
    if (item.number >= band[0] && item.number <= band[1]) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: `${band[0]}–${band[1]}`,
      values: { name: definitionOf(item, facts)?.name ?? item.code },
    });
  },
};
