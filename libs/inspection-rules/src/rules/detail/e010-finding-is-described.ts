import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** E010: 所見ありなのに所見の記載がありません。 */
export const e010: RuleOf<'checkup'> = {
  id: 'E010',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 DEPEND',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('所見ありなのに所見の記載がありません', 'A finding is not described'),
  message: text(
    '{name}の所見（{item}）がありません。',
    'The finding of the {name} examination ({item}) is missing.',
  ),
  remedy: text('所見を記録してください。', 'Describe the finding.'),
  check(_checkup, facts, report) {
    for (const { code, name, results, reason, subject, subjectValue } of facts.detailGroups) {
      const finding = code === '2' ? results[0] : undefined;
      if (finding?.valueCode === '1' && facts.textOf(itemCodes.electrocardiogramText) === '') {
        report(finding.valueAt ?? finding.at, { item: itemCodes.electrocardiogramText[0], values: { name } });
      }
      // With a reason it is E002's.
      if (code !== '3' || results.length > 0 || reason?.state === 'VALUE') continue;
      if (subjectValue === '' || subjectValue === '0') continue;
      report(subject!.at, { item: itemCodes.fundus[0], values: { name } });
    }
  },
};
