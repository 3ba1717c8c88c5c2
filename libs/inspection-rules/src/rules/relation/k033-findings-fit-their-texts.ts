import { itemCodes } from '../../item-codes.js';
import { saysAllClear, saysNothing } from '../../says-none.js';
import { type RuleOf, text } from '../../rule.js';

const findings = [
  [itemCodes.medicalHistory, itemCodes.medicalHistoryText, text('既往歴', 'Medical history')],
  [itemCodes.subjectiveSymptoms, itemCodes.subjectiveSymptomsText, text('自覚症状', 'Subjective symptoms')],
  [itemCodes.objectiveSymptoms, itemCodes.objectiveSymptomsText, text('他覚症状', 'Objective symptoms')],
  [
    itemCodes.electrocardiogramFinding,
    itemCodes.electrocardiogramText,
    text('心電図（所見の有無）', 'Electrocardiogram'),
  ],
] as const;

/** What is written of an examination without a finding. */
const saysNormal =
  /正常|異常(所見)?(は)?(なし|無し|な[いし]|を認め|ありません|認め)|所見(は)?(なし|無し|ありません)|洞調律|範囲内|認めず|認めません|WNL/i;

const none = text('（なし）ですが、具体的な記載があります', '(none), but a text describes it');
const there = (written: string) =>
  text(`（あり）ですが、記載は「${written}」です`, `(there is one), but the text says "${written}"`);

/** K033: 有無と所見の記載が合いません。 */
export const k033: RuleOf<'checkup'> = {
  id: 'K033',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '03',
  source: '項目表 DEPEND',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('有無と所見の記載が合いません', 'Whether there is a finding does not fit its text'),
  message: text('{name}が「{value}」{detail}。', '{name} is "{value}" {detail}.'),
  remedy: text('所見と有無を確認してください。', 'Check whether there is a finding.'),
  check(_checkup, facts, report) {
    for (const [answer, described, name] of findings) {
      const [code, written] = [facts.codeOf(answer), facts.textOf(described)];
      const isContrary =
        code === '2'
          ? !saysNormal.test(written) && !saysNothing(written)
          : code === '1' && saysAllClear(written.replace(/[\s。．]/g, ''));
      if (!isContrary) continue;
      const item = facts.itemOf(answer)!;
      const expected = code === '2' ? '1' : '2';
      const values = { name, detail: code === '2' ? none : there(written.trim()) };
      report(item.valueAt ?? item.at, { item: item.code, value: code, expected, values });
    }
  },
};
