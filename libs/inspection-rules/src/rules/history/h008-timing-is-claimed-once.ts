import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from './earlier-records.js';
import { repetitionOf } from './repetition.js';
import { type RuleOf, text } from '../../rule.js';

/** H008: 同じ時点の請求が既にあります。 */
export const h008: RuleOf<'memory'> = {
  id: 'H008',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('同じ時点の請求が既にあります', 'This stage was claimed before'),
  message: text(
    '同じ利用券の同じ実施時点がすでに請求されています（{value}）。',
    'The same stage of the same ticket was claimed before ({value}).',
  ),
  remedy: text(
    '請求済みの時点です。実施時点と利用券を確認してください。',
    'Check the stage (実施時点) and the ticket.',
  ),
  check(memory, _facts, report) {
    const repetition = repetitionOf(memory);
    if (repetition?.rule !== 'H008') return;
    const { places, isGuidance } = memory.record;
    report(claimPlace(places, 'timing', isGuidance), namedEarlier(repetition.earlier));
  },
};
