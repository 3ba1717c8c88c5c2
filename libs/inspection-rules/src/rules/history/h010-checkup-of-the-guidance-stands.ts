import { claimPlace } from '../../memory-places.js';
import { checkupOf, isClaimed, namedEarlier } from './earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** H010: 健診が返戻中です。 */
export const h010: RuleOf<'memory'> = {
  id: 'H010',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('健診が返戻中です', 'The checkup of the guidance came back'),
  message: text(
    'この保健指導の健診（{value}）は返戻または取下げになっています。',
    'The checkup of this guidance ({value}) was returned or withdrawn.',
  ),
  remedy: text(
    '健診が返戻中です。健診の再請求のあとに確認します。',
    'Claim the checkup again first; the insurer is asked.',
  ),
  check(memory, _facts, report) {
    const { record } = memory;
    if (!record.isGuidance) return;
    const checkup = checkupOf(memory);
    if (checkup === null || isClaimed(checkup)) return;
    report(claimPlace(record.places, 'ticket', true), namedEarlier(checkup));
  },
};
