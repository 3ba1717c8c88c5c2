import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from './earlier-records.js';
import { secondCheckupOf } from './second-checkup.js';
import { type RuleOf, text } from '../../rule.js';

/** H003: 同年度2回目の健診です。 */
export const h003: RuleOf<'memory'> = {
  id: 'H003',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('同年度2回目の健診です', 'A second checkup in one fiscal year'),
  message: text(
    '同じ年度の健診がすでに請求されています（{value}）。',
    'A checkup of the same fiscal year was claimed before ({value}).',
  ),
  remedy: text(
    '同年度2回目の健診です。保険者へ確認します。',
    'The insurer is asked whether it pays for a second one.',
  ),
  check(memory, _facts, report) {
    const second = secondCheckupOf(memory);
    if (second?.rule !== 'H003') return;
    report(claimPlace(memory.record.places, 'insurance', false), namedEarlier(second.earlier));
  },
};
