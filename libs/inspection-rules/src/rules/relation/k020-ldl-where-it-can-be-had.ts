import { itemCodes } from '../../item-codes.js';
import { FASTING } from './blood-draw-time.js';
import { triglycerideCodes } from './lipids.js';
import { type RuleOf, text } from '../../rule.js';

/** Triglyceride (mg/dL) from which on LDL is not asked for. */
const TOO_HIGH_FOR_LDL = 400;

/** K020: LDLコレステロールが必要です。 */
export const k020: RuleOf<'checkup'> = {
  id: 'K020',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム 注3',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('LDLコレステロールが必要です', 'LDL cholesterol is needed'),
  message: text(
    'Non-HDLコレステロールだけが記録されていますが、採血は空腹時で中性脂肪は {value} です（Non-HDLは {expected} 以上か食後のとき）。',
    'Non-HDL alone is recorded, but the blood was drawn fasting and triglyceride is {value}; non-HDL is for {expected} or more, or after a meal.',
  ),
  remedy: text('LDLコレステロールが必要です。記録してください。', 'Record LDL cholesterol.'),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.nonHdl);
    const triglyceride = facts.numberOf(triglycerideCodes);
    if (item?.state !== 'VALUE' || triglyceride === null || triglyceride >= TOO_HIGH_FOR_LDL) return;
    if (facts.has(itemCodes.ldl) || facts.has(itemCodes.ldlCalculated)) return;
    if (facts.codeOf(itemCodes.bloodDrawTime) !== FASTING) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: triglyceride,
      expected: TOO_HIGH_FOR_LDL,
    });
  },
};
