import { itemCodes } from '../../item-codes.js';
import { FASTING, RANDOM, reportRecordedAt } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K015: 随時血糖と採血時間が合いません。 */
export const k015: RuleOf<'checkup'> = {
  id: 'K015',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('随時血糖と採血時間が合いません', 'Random glucose does not fit the time since the last meal'),
  message: text(
    '随時血糖があるのに採血時間（食後）が「{value}」です（正: {expected}）。',
    'Random glucose is recorded, but the time since the last meal is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '随時血糖なら採血時間は3です。採血時間か項目を確認してください。',
    'Check the time since the last meal, or record the item for fasting blood.',
  ),
  check(_checkup, facts, report) {
    reportRecordedAt(facts, itemCodes.glucoseRandom, FASTING, RANDOM, report);
  },
};
