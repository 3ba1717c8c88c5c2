import { goalItems } from '../../item-codes.js';
import { evaluatedBody, inWords, reachesTwo } from '../history/body-improvement.js';
import { type RuleOf, text } from '../../rule.js';

/** G031: 腹囲・体重の改善が2cm・2kgに達していません。 */
export const g031: RuleOf<'memory'> = {
  id: 'G031',
  level: 8,
  severity: 'query',
  returnReason: '03',
  source: '標準的なプログラム; general knowledge (0.024)',
  subject: 'memory',
  appliesTo: ['hg'],
  title: text('腹囲・体重の改善が2cm・2kgに達していません', 'The loss does not reach 2 cm and 2 kg'),
  message: text(
    '改善が2cm・2kgとありますが、健診からの差は{value}です（{expected}）。',
    '2 cm and 2 kg are reported; the difference from the checkup is {value} ({expected}).',
  ),
  remedy: text(
    '腹囲・体重の改善を確認してください。',
    'Check waist and weight at the evaluation and the code.',
  ),
  check(memory, _facts, report) {
    const evaluated = evaluatedBody(memory, '2');
    if (evaluated === null || reachesTwo(evaluated.loss, evaluated.weightBefore)) return;
    const { place, loss } = evaluated;
    report(place, {
      item: goalItems.body.evaluation,
      value: inWords(loss),
      expected: '2.0 cm, 2.0 kg / 2.4 %',
    });
  },
};
