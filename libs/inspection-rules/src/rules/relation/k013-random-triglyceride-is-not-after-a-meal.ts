import { itemCodes } from '../../item-codes.js';
import { AFTER_MEAL, RANDOM, reportRecordedAt } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K013: 食直後の随時中性脂肪は判定に使えません。 */
export const k013: RuleOf<'checkup'> = {
  id: 'K013',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム 階層化',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('食直後の随時中性脂肪は判定に使えません', 'Triglyceride right after a meal cannot be judged'),
  message: text(
    '随時中性脂肪があるのに採血時間（食後）が「{value}」です（正: {expected}）。',
    'Random triglyceride is recorded, but the time since the last meal is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '食直後の採血は判定に使えません。採血時間を確認してください。',
    'Blood drawn right after a meal cannot be judged; check the time.',
  ),
  check(_checkup, facts, report) {
    reportRecordedAt(facts, itemCodes.triglycerideRandom, AFTER_MEAL, RANDOM, report);
  },
};
