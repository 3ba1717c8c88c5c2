import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from './earlier-records.js';
import { repetitionOf } from './repetition.js';
import { type RuleOf, text } from '../../rule.js';

/** H002: 同じ受診券で2回の健診があります。 */
export const h002: RuleOf<'memory'> = {
  id: 'H002',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: '国保連 (熊本) Q&A; general knowledge',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('同じ受診券で2回の健診があります', 'Two checkups with one ticket'),
  message: text(
    '同じ受診券で別の日の健診がすでに請求されています（{value}）。',
    'Another checkup with the same ticket was claimed before ({value}).',
  ),
  remedy: text(
    '受診券は1回限りです。実施日と受診券を確認してください。',
    'A ticket is good for one checkup: check the date and the ticket.',
  ),
  check(memory, _facts, report) {
    const repetition = repetitionOf(memory);
    if (repetition?.rule !== 'H002') return;
    const { places, isGuidance } = memory.record;
    report(claimPlace(places, 'ticket', isGuidance), namedEarlier(repetition.earlier));
  },
};
