import { itemCodes } from '../../item-codes.js';
import { AFTER_MEAL, RANDOM, reportRecordedAt } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K016: 食直後の随時血糖しかありません。 */
export const k016: RuleOf<'checkup'> = {
  id: 'K016',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第3期 Q&A',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('食直後の随時血糖しかありません', 'The only glucose is of blood drawn right after a meal'),
  message: text(
    '随時血糖だけが記録され、採血時間（食後）が「{value}」です（正: {expected}）。',
    'Random glucose alone is recorded, and the time since the last meal is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '食直後のため血糖の再検査が必要です。空腹時血糖かHbA1cを記録してください。',
    'Test again: record fasting glucose or HbA1c.',
  ),
  check(_checkup, facts, report) {
    if (facts.has(itemCodes.hba1c) || facts.has(itemCodes.glucoseFasting)) return;
    reportRecordedAt(facts, itemCodes.glucoseRandom, AFTER_MEAL, RANDOM, report);
  },
};
