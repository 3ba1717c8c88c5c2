import { itemCodes } from '../../item-codes.js';
import { reportNotFasting } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K014: 空腹時血糖と採血時間が合いません。 */
export const k014: RuleOf<'checkup'> = {
  id: 'K014',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '空腹時血糖と採血時間が合いません',
    'fasting glucose does not fit the time since the last meal',
  ),
  message: text(
    '空腹時血糖があるのに採血時間（食後）が「{value}」です（正: {expected} 10時間以上）。',
    'Fasting glucose is recorded, but the time since the last meal is "{value}"; {expected} (ten hours or more) was expected.',
  ),
  remedy: text(
    '空腹時血糖は食後10時間以上です。採血時間か項目を確認してください。',
    'Check the time since the last meal, or record the item for random blood.',
  ),
  check(_checkup, facts, report) {
    // Fasting triglyceride beside it says it for both (K011).
    if (facts.has(itemCodes.triglycerideFasting) && !facts.has(itemCodes.triglycerideRandom)) return;
    reportNotFasting(facts, itemCodes.glucoseFasting, report);
  },
};
