import { isDetailed, isEgfrAlone } from '../../detail-groups.js';
import { type RuleOf, text } from '../../rule.js';

/** E003: 詳細な健診の対象者コードがありません。 */
export const e003: RuleOf<'checkup'> = {
  id: 'E003',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('詳細な健診の対象者コードがありません', 'A detailed examination does not say whom it is for'),
  message: text(
    '{name}の対象者コード（{item}）がありません。',
    'The code of the person concerned ({item}) is missing for the {name} examination.',
  ),
  remedy: text('対象者コードを記録してください。', 'Record why the person is entitled.'),
  check(_checkup, facts, report) {
    for (const group of facts.detailGroups) {
      const { subject, subjectCode, subjectValue, results, name } = group;
      if (subjectCode === null || subjectValue !== '' || !isDetailed(group) || isEgfrAlone(group)) continue;
      report(subject?.at ?? results[0]!.at, { item: subjectCode, values: { name } });
    }
  },
};
