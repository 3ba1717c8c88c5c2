import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const findings = [
  [itemCodes.medicalHistory, itemCodes.medicalHistoryText, text('既往歴', 'Medical history')],
  [itemCodes.subjectiveSymptoms, itemCodes.subjectiveSymptomsText, text('自覚症状', 'Subjective symptoms')],
  [itemCodes.objectiveSymptoms, itemCodes.objectiveSymptomsText, text('他覚症状', 'Objective symptoms')],
] as const;

/** K033: 「なし」なのに所見が記録されています。 */
export const k033: RuleOf<'checkup'> = {
  id: 'K033',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '項目表 DEPEND',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('「なし」なのに所見が記録されています', 'A finding is described though there is none'),
  message: text(
    '{name}が「{value}」（なし）ですが、具体的な記載があります。',
    '{name} is "{value}" (none), but a text describes it.',
  ),
  remedy: text('所見と有無を確認してください。', 'Check whether there is a finding.'),
  check(_checkup, facts, report) {
    for (const [answer, described, name] of findings) {
      if (facts.codeOf(answer) !== '2' || facts.textOf(described) === '') continue;
      const item = facts.itemOf(answer)!;
      report(item.valueAt ?? item.at, { item: item.code, value: '2', expected: '1', values: { name } });
    }
  },
};
