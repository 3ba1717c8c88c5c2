import { itemCodes } from '../../item-codes.js';
import { AFTER_MEAL, FASTING, RANDOM } from './blood-draw-time.js';
import { triglycerideCodes } from './lipids.js';
import { type RuleOf, text } from '../../rule.js';

/** Triglyceride (mg/dL) from which on the formula of Friedewald does not hold. */
const TOO_HIGH = 400;
const words = {
  triglyceride: text('中性脂肪', 'triglyceride'),
  time: text('採血時間（食後）', 'the time since the last meal'),
} as const;

/** K021: LDLの計算法は使えません。 */
export const k021: RuleOf<'checkup'> = {
  id: 'K021',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('LDLの計算法は使えません', 'LDL cannot be computed here'),
  message: text(
    'LDLコレステロールが計算法ですが、{detail}が {value} です（正: {expected}）。',
    'LDL is computed, but {detail} is {value}; {expected} was expected.',
  ),
  remedy: text(
    '計算法は使えません。直接法のLDLかNon-HDLを記録してください。',
    'Record LDL measured directly, or non-HDL.',
  ),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.ldlCalculated);
    if (item?.state !== 'VALUE') return;
    const triglyceride = facts.numberOf(triglycerideCodes);
    const time = facts.codeOf(itemCodes.bloodDrawTime);
    const place = item.valueAt ?? item.at;
    if (triglyceride !== null && triglyceride >= TOO_HIGH) {
      const values = { detail: words.triglyceride };
      report(place, { item: item.code, value: triglyceride, expected: `< ${TOO_HIGH}`, values });
    } else if (time === RANDOM || time === AFTER_MEAL) {
      report(place, { item: item.code, value: time, expected: FASTING, values: { detail: words.time } });
    }
  },
};
