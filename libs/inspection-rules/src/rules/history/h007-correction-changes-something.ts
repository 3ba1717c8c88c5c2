import { correctedRecord } from './corrected-record.js';
import { namedEarlier } from './earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** H007: 返戻のあと修正されていません。 */
export const h007: RuleOf<'memory'> = {
  id: 'H007',
  level: 8,
  severity: 'warning',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('返戻のあと修正されていません', 'Nothing was changed since the return'),
  message: text(
    '返戻した記録（{value}）と同じ内容です。',
    'The record is the same as the one that was returned ({value}).',
  ),
  remedy: text(
    '修正されていません。返戻の理由を確認してください。',
    'See why it was returned and correct it.',
  ),
  check(memory, _facts, report) {
    const earlier = correctedRecord(memory);
    if (earlier?.isSameContent !== true) return;
    report({ file: memory.record.places.claim }, namedEarlier(earlier));
  },
};
