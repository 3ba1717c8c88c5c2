import { itemCodes } from '../../item-codes.js';
import { RANDOM } from './blood-draw-time.js';
import { type RuleOf, text } from '../../rule.js';

/** K017: 血糖が随時血糖だけです。 */
export const k017: RuleOf<'checkup'> = {
  id: 'K017',
  level: 6,
  severity: 'info',
  returnReason: null,
  source: '標準的な健診・保健指導プログラム 注4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('血糖が随時血糖だけです', 'Random glucose is the only test of sugar'),
  message: text(
    '血糖は随時血糖（{value}）だけです（{expected} が望まれます）。',
    'Random glucose ({value}) is the only test of sugar; {expected} is preferred.',
  ),
  remedy: text(
    '可能ならHbA1cか空腹時血糖を記録してください。',
    'Where possible record HbA1c or fasting glucose.',
  ),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.glucoseRandom);
    if (item?.state !== 'VALUE' || facts.codeOf(itemCodes.bloodDrawTime) !== RANDOM) return;
    if (facts.has(itemCodes.hba1c) || facts.has(itemCodes.glucoseFasting)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: 'HbA1c' });
  },
};
