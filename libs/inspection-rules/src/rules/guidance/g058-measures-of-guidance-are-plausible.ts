import { placeOf } from '../../guidance-facts.js';
import { bodyMeasures } from './body-measures.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { type RuleOf, text } from '../../rule.js';

/** G058: 保健指導の測定値がありえない値です。 */
export const g058: RuleOf<'guidance'> = {
  id: 'G058',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design; bands are settings',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の測定値がありえない値です', 'A measure of guidance is implausible'),
  message: text(
    '{name}の値が {value} です（想定範囲 {expected}）。',
    'The value of {name} is {value}, outside {expected}.',
  ),
  remedy: text('値を確認してください。', 'Check the value.'),
  check(guidance, { settings }, report) {
    for (const item of guidance.items) {
      const measure = bodyMeasures.get(item.code);
      const band = measure === undefined ? undefined : settings.plausibleBands[measure.band];
      // A number in another unit is G057's.
      if (measure === undefined || band === undefined || item.number === null || item.unit !== measure.unit)
        continue;
      if (item.number >= band[0] && item.number <= band[1]) continue;
      const values = { name: guidanceItemName(item.code) };
      report(placeOf(item), {
        item: item.code,
        value: item.value,
        expected: `${band[0]}–${band[1]}`,
        values,
      });
    }
  },
};
