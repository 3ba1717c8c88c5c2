import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K019: 空腹時と随時の中性脂肪が両方あります。 */
export const k019: RuleOf<'checkup'> = {
  id: 'K019',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'general knowledge of the field',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('空腹時と随時の中性脂肪が両方あります', 'Fasting and random triglyceride are both recorded'),
  message: text(
    '随時中性脂肪 {value} と空腹時中性脂肪 {expected} の両方が記録されています。',
    'Random triglyceride {value} and fasting triglyceride {expected} are both recorded.',
  ),
  remedy: text(
    '中性脂肪の種類を確認し、片方だけを記録してください。',
    'Check which it was and record one of the two.',
  ),
  check(_checkup, facts, report) {
    const fasting = facts.itemOf(itemCodes.triglycerideFasting);
    const random = facts.itemOf(itemCodes.triglycerideRandom);
    if (fasting?.state !== 'VALUE' || random?.state !== 'VALUE') return;
    report(random.valueAt ?? random.at, { item: random.code, value: random.value, expected: fasting.value });
  },
};
