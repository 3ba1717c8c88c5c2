import { type RuleOf, text } from '../../rule.js';

/** G005: 実施時点が一致しません。 */
export const g005: RuleOf<'pair'> = {
  id: 'G005',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text('実施時点が一致しません', 'Result and claim differ in timing'),
  message: text(
    '決済情報の実施時点が「{value}」です（報告区分では {expected}）。',
    'The claim has timing "{value}", the report code says {expected}.',
  ),
  remedy: text('実施時点を一致させてください。', 'Write the same timing in both files.'),
  check(pair, _facts, report) {
    const reportCode = pair.guidance?.header.reportCode?.value ?? '';
    const claimed = pair.guidanceClaim?.guidanceTiming ?? null;
    if (pair.guidanceClaim === null || !/^2[1-5]$/.test(reportCode)) return;
    const expected = reportCode.charAt(1);
    if (claimed?.value === expected) return;
    report(claimed?.at ?? pair.guidanceClaim.at, { value: claimed?.value ?? null, expected });
  },
};
