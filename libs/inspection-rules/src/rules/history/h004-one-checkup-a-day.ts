import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from './earlier-records.js';
import { secondCheckupOf } from './second-checkup.js';
import { type RuleOf, text } from '../../rule.js';

/** H004: 同日に別機関の健診があります。 */
export const h004: RuleOf<'memory'> = {
  id: 'H004',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('同日に別機関の健診があります', 'Another institution has a checkup of the same day'),
  message: text(
    '同じ日の健診が別の機関から請求されています（{value}）。',
    'Another institution claimed a checkup of the same day ({value}).',
  ),
  remedy: text(
    '同日に別機関の健診があります。実施機関と実施日を確認してください。',
    'Check the institution and the date of the checkup.',
  ),
  check(memory, _facts, report) {
    const second = secondCheckupOf(memory);
    if (second?.rule !== 'H004') return;
    report(claimPlace(memory.record.places, 'provider', false), namedEarlier(second.earlier));
  },
};
