import { namedEarlier } from './earlier-records.js';
import { repetitionOf } from './repetition.js';
import { type RuleOf, text } from '../../rule.js';

/** H001: 重複請求。 */
export const h001: RuleOf<'memory'> = {
  id: 'H001',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: '別表10 07 重複請求',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('請求済みの記録です', 'The record was claimed before'),
  message: text(
    '同じ記録がすでに請求されています（{value}）。',
    'The same record was claimed before ({value}).',
  ),
  remedy: text(
    '請求済みのため、再請求は不要です。訂正は取下げのあとに請求してください。',
    'Do not claim it again. To correct it, have the first claim withdrawn.',
  ),
  check(memory, _facts, report) {
    const repetition = repetitionOf(memory);
    if (repetition?.rule !== 'H001') return;
    report({ file: memory.record.places.claim }, namedEarlier(repetition.earlier));
  },
};
