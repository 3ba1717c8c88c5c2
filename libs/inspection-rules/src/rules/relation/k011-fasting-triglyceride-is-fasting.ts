import { itemCodes } from '../../item-codes.js';
import { reportNotFasting } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

const none = text('', '');
const withGlucose = text('・空腹時血糖', ' (with fasting glucose)');

/** K011: 空腹時中性脂肪と採血時間が合いません。 */
export const k011: RuleOf<'checkup'> = {
  id: 'K011',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '空腹時中性脂肪と採血時間が合いません',
    'fasting triglyceride does not fit the time since the last meal',
  ),
  message: text(
    '空腹時中性脂肪{detail}があるのに採血時間（食後）が「{value}」です（正: {expected} 10時間以上）。',
    'Fasting triglyceride{detail} is recorded, but the time since the last meal is "{value}"; {expected} (ten hours or more) was expected.',
  ),
  remedy: text(
    '空腹時中性脂肪は食後10時間以上です。採血時間か項目を確認してください。',
    'Check the time since the last meal, or record the item for random blood.',
  ),
  check(_checkup, facts, report) {
    // Fasting glucose beside it has the same cause, so it is said once.
    const detail = facts.has(itemCodes.glucoseFasting) ? withGlucose : none;
    reportNotFasting(facts, itemCodes.triglycerideFasting, (place, details) =>
      report(place, { ...details, values: { detail } }),
    );
  },
};
