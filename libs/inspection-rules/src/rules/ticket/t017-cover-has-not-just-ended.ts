import { claimPlace } from '../../memory-places.js';
import { membershipOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T017: 資格喪失後31日以内の実施です。 */
export const t017: RuleOf<'memory'> = {
  id: 'T017',
  level: 7,
  severity: 'query',
  returnReason: '09',
  source: 'general knowledge of the field',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('資格喪失後31日以内の実施です', 'The service was within 31 days after the end of cover'),
  message: text(
    '資格は{expected}までです（実施日 {value}）。',
    'Cover ended on {expected}; the service was on {value}.',
  ),
  remedy: text('保険者へ照会します。', 'The insurer is asked who pays.'),
  check(memory, _facts, report) {
    const membership = membershipOf(memory);
    if (membership?.is !== 'just-left') return;
    const { places, isGuidance, guidance, serviceDate } = memory.record;
    const value = guidance?.firstDate ?? serviceDate;
    report(claimPlace(places, 'insurance', isGuidance), { value, expected: membership.validTo });
  },
};
