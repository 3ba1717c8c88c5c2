import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K018: 空腹時血糖と随時血糖が両方あります。 */
export const k018: RuleOf<'checkup'> = {
  id: 'K018',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'general knowledge of the field',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('空腹時血糖と随時血糖が両方あります', 'Fasting and random glucose are both recorded'),
  message: text(
    '随時血糖 {value} と空腹時血糖 {expected} の両方が記録されています。',
    'Random glucose {value} and fasting glucose {expected} are both recorded.',
  ),
  remedy: text(
    '血糖の種類を確認し、片方だけを記録してください。',
    'Check which it was and record one of the two.',
  ),
  check(_checkup, facts, report) {
    const fasting = facts.itemOf(itemCodes.glucoseFasting);
    const random = facts.itemOf(itemCodes.glucoseRandom);
    if (fasting?.state !== 'VALUE' || random?.state !== 'VALUE') return;
    report(random.valueAt ?? random.at, { item: random.code, value: random.value, expected: fasting.value });
  },
};
