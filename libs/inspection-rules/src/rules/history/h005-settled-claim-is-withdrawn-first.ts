import { namedEarlier } from './earlier-records.js';
import { repetitionOf } from './repetition.js';
import { type RuleOf, text } from '../../rule.js';

/** H005: 決済済みの請求の訂正です。 */
export const h005: RuleOf<'memory'> = {
  id: 'H005',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: '国保連 (熊本) Q&A',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('決済済みの請求の訂正です', 'A settled claim is corrected without a withdrawal'),
  message: text(
    '決済済みの請求（{value}）の過誤返戻がないまま、訂正した記録が請求されています。',
    'The claim is settled ({value}) and was not taken back before this correction.',
  ),
  remedy: text('過誤処理のあとに再請求してください。', 'Claim it again after the withdrawal (過誤返戻).'),
  check(memory, _facts, report) {
    const repetition = repetitionOf(memory);
    if (repetition?.rule !== 'H005') return;
    report({ file: memory.record.places.claim }, namedEarlier(repetition.earlier));
  },
};
