import { itemCodes } from '../../item-codes.js';
import { FASTING, reportRecordedAt } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K012: 随時中性脂肪と採血時間が合いません。 */
export const k012: RuleOf<'checkup'> = {
  id: 'K012',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '随時中性脂肪と採血時間が合いません',
    'Random triglyceride does not fit the time since the last meal',
  ),
  message: text(
    '随時中性脂肪があるのに採血時間（食後）が「{value}」です（正: {expected}）。',
    'Random triglyceride is recorded, but the time since the last meal is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '随時中性脂肪なら採血時間は3か4です。採血時間か項目を確認してください。',
    'Check the time since the last meal, or record the item for fasting blood.',
  ),
  check(_checkup, facts, report) {
    reportRecordedAt(facts, itemCodes.triglycerideRandom, FASTING, '3, 4', report);
  },
};
