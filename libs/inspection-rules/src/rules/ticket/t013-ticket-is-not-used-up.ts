import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from '../history/earlier-records.js';
import { repetitionOf } from '../history/repetition.js';
import { type RuleOf, text } from '../../rule.js';

/** T013: 使用済みの受診券です。 */
export const t013: RuleOf<'memory'> = {
  id: 'T013',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('使用済みの受診券です', 'The ticket is used up'),
  message: text(
    'この受診券による健診は決済済みです（{value}）。',
    'A checkup with this ticket is settled ({value}).',
  ),
  remedy: text(
    '使用済みの受診券です。受診券を確認してください。',
    'Check the ticket: it was used for a checkup that is settled.',
  ),
  check(memory, _facts, report) {
    const repetition = repetitionOf(memory);
    if (repetition?.rule !== 'T013') return;
    const { places, isGuidance } = memory.record;
    report(claimPlace(places, 'ticket', isGuidance), namedEarlier(repetition.earlier));
  },
};
