import { goalItems } from '../../item-codes.js';
import { evaluatedBody, inWords, reaches } from '../history/body-improvement.js';
import { type RuleOf, text } from '../../rule.js';

/** G032: 腹囲・体重の改善が1cm・1kgに達していません。 */
export const g032: RuleOf<'memory'> = {
  id: 'G032',
  level: 8,
  severity: 'query',
  returnReason: '03',
  source: '第4期Q&A 問16',
  subject: 'memory',
  appliesTo: ['hg'],
  title: text('腹囲・体重の改善が1cm・1kgに達していません', 'The loss does not reach 1 cm and 1 kg'),
  message: text(
    '改善が1cm・1kgとありますが、健診からの差は{value}です（{expected}）。',
    '1 cm and 1 kg are reported; the difference from the checkup is {value} ({expected}).',
  ),
  remedy: text(
    '腹囲・体重の改善を確認してください。',
    'Check waist and weight at the evaluation and the code.',
  ),
  check(memory, _facts, report) {
    const evaluated = evaluatedBody(memory, '1');
    if (evaluated === null || reaches(evaluated.loss, 1)) return;
    const { place, loss } = evaluated;
    report(place, { item: goalItems.body.evaluation, value: inWords(loss), expected: '1.0 cm, 1.0 kg' });
  },
};
