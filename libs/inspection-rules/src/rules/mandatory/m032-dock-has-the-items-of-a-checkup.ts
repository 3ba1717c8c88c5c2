import { isOfProgramme, reportMissing } from './mandatory-item.js';
import { checkupSets } from './mandatory-sets.js';
import { type RuleOf, text } from '../../rule.js';

/** M032: 人間ドックに特定健診の必須項目の記録がありません。 A dock under programme 010 is asked by M001 to M028, one under 020 by M031. */
export const m032: RuleOf<'checkup'> = {
  id: 'M032',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '請求区分5',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '人間ドックに特定健診の必須項目の記録がありません',
    'A dock lacks a mandatory item of the checkup',
  ),
  message: text(
    '人間ドックの請求ですが、{name}の値がありません（{detail}）。',
    'The claim is for a dock, but {name} has no value: {detail}.',
  ),
  remedy: text(
    '人間ドックでも特定健診の項目が必要です。記録してください。',
    'A dock needs the items of the checkup too: record them.',
  ),
  check(checkup, facts, report) {
    if (facts.checkupClaim?.claimType?.value !== '5' || isOfProgramme(facts)) return;
    for (const { name, codes, isExcused } of checkupSets) {
      if (isExcused?.(facts) !== true) reportMissing(checkup, facts, { codes, name }, report);
    }
  },
};
