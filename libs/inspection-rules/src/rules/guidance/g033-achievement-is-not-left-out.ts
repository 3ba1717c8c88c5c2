import { goalItems } from '../../item-codes.js';
import { evaluatedBody, inWords, reaches } from '../history/body-improvement.js';
import { type RuleOf, text } from '../../rule.js';

/** G033: 達成の記録がありません。 */
export const g033: RuleOf<'memory'> = {
  id: 'G033',
  level: 8,
  severity: 'warning',
  returnReason: '03',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hg'],
  title: text('達成の記録がありません', 'An achievement is not recorded'),
  message: text(
    '改善が未達成とありますが、健診からの差は{value}です（{expected}）。',
    'No improvement is reported; the difference from the checkup is {value} ({expected}).',
  ),
  remedy: text('達成の記録もれではありませんか。', 'Check whether the achievement was left out.'),
  check(memory, _facts, report) {
    const evaluated = evaluatedBody(memory, '0');
    if (evaluated === null || !reaches(evaluated.loss, 2)) return;
    const { place, loss } = evaluated;
    report(place, { item: goalItems.body.evaluation, value: inWords(loss), expected: '2.0 cm, 2.0 kg' });
  },
};
