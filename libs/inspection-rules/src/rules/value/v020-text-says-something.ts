import { itemCodes } from '../../item-codes.js';
import { hasPlainValue } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** V020: 所見が空白又は記号だけです。 */
export const v020: RuleOf<'item'> = {
  id: 'V020',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'own design',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('所見が空白又は記号だけです', 'A text is empty or a mere mark'),
  message: text('項目「{item}」の記載が「{value}」です。', 'The text of item {item} is "{value}".'),
  remedy: text('所見を記録してください。', 'Write the finding.'),
  check(item, _facts, report) {
    if (item.type !== 'ST' || !hasPlainValue(item) || !/^[.．,，、。\-－―ー‐ｰ\s]*$/.test(item.value)) return;
    // An empty 医師の診断 is M022's.
    if (item.value === '' && item.code === itemCodes.diagnosis[0]) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value });
  },
};
