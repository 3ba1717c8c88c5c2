import { claimPlace } from '../../memory-places.js';
import { correctedRecord, hasSameIdentity } from './corrected-record.js';
import { namedEarlier } from './earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** H006: 元の返戻と対象者が異なります。 */
export const h006: RuleOf<'memory'> = {
  id: 'H006',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('元の返戻と対象者が異なります', 'The correction is of another person or day'),
  message: text(
    '返戻した記録（{value}）の再請求ですが、対象者または実施日が異なります。',
    'The returned record ({value}) is claimed again for another person or day.',
  ),
  remedy: text(
    '元の返戻と対象者が異なります。対象者と実施日を確認してください。',
    'Check the person and the date against the record that was returned.',
  ),
  check(memory, _facts, report) {
    const { record } = memory;
    const earlier = correctedRecord(memory);
    if (earlier === null || hasSameIdentity(record, earlier)) return;
    report(claimPlace(record.places, 'insurance', record.isGuidance), namedEarlier(earlier));
  },
};
