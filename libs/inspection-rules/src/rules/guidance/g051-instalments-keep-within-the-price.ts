import { claimPlace } from '../../memory-places.js';
import { otherInstalments } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** G051: 請求額が単価を超えます。 */
export const g051: RuleOf<'memory'> = {
  id: 'G051',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: 'formats 7.4',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('請求額が単価を超えます', 'The instalments exceed the price'),
  message: text(
    '同じ利用券の算定金額の合計が{value}円で、単価{expected}円を超えます。',
    'The instalments of this ticket come to {value} yen, more than the price of {expected} yen.',
  ),
  remedy: text(
    '請求額が単価を超えます。これまでの請求を確認してください。',
    'Check what was claimed for this ticket before.',
  ),
  check(memory, _facts, report) {
    const { calculatedYen, unitYen, places } = memory.record;
    if (calculatedYen === null || unitYen === null) return;
    const earlier = otherInstalments(memory);
    if (earlier.length === 0) return;
    const sum = earlier.reduce((yen, each) => yen + (each.calculatedYen ?? 0), calculatedYen);
    // Where the prices differ (H016), the higher one is the measure.
    const price = Math.max(unitYen, ...earlier.map((each) => each.unitYen ?? 0));
    if (sum <= price) return;
    report(claimPlace(places, 'calculatedAmount', true), { value: sum, expected: price });
  },
};
