import { isDetailed } from '../../detail-groups.js';
import { criterionText, isEligible } from './criteria.js';
import { type RuleOf, text } from '../../rule.js';

/** E008: 詳細な健診の実施基準を満たしていません。 */
export const e008: RuleOf<'checkup'> = {
  id: 'E008',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: '詳細な健診の実施基準',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('詳細な健診の実施基準を満たしていません', 'The criteria of a detailed examination are not met'),
  message: text(
    '{name}の対象者が「{value}」ですが、血圧・血糖が実施基準（{expected}）に達していません。',
    'The {name} examination is for "{value}", but blood pressure and sugar do not reach {expected}.',
  ),
  remedy: text('詳細な健診の実施基準を確認してください。', 'Check the criteria of the detailed examination.'),
  check(_checkup, facts, report) {
    for (const group of facts.detailGroups) {
      const { subject, subjectValue, code, name } = group;
      if (subjectValue !== '1' || !isDetailed(group) || isEligible(facts, code) !== false) continue;
      report(subject!.valueAt ?? subject!.at, {
        item: subject!.code,
        value: subjectValue,
        expected: criterionText(code),
        values: { name },
      });
    }
  },
};
