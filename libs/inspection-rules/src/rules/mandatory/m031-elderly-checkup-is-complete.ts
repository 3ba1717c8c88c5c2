import { placeOfMissing, reportMissing } from './mandatory-item.js';
import { elderlySets } from './mandatory-sets.js';
import { elderlyQuestions } from './questionnaire.js';
import { type RuleOf, text } from '../../rule.js';

const questionnaire = {
  name: text('後期高齢者の質問票の回答', 'The questionnaire of the elderly'),
  detail: text('記録なし', 'not recorded'),
} as const;

/** M031: 後期高齢者健診の必須項目の記録がありません。 */
export const m031: RuleOf<'checkup'> = {
  id: 'M031',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 CASE02',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '後期高齢者健診の必須項目の記録がありません',
    'A mandatory item of the programme of the elderly is missing',
  ),
  message: text('{name}の値がありません（{detail}）。', '{name} has no value: {detail}.'),
  remedy: text('必須項目を記録してください。', 'Record the mandatory items.'),
  check(checkup, facts, report) {
    if (facts.programme !== '020') return;
    for (const { name, codes, isExcused } of elderlySets) {
      if (isExcused?.(facts) !== true) reportMissing(checkup, facts, { codes, name, reason: '02' }, report);
    }
    if (facts.has(elderlyQuestions)) return;
    report(placeOfMissing(checkup), {
      item: elderlyQuestions[0]!,
      values: questionnaire,
      severity: 'warning',
    });
  },
};
