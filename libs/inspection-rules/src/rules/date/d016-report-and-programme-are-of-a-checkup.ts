import { type RuleOf, text } from '../../rule.js';

const names = {
  report: text('報告区分', 'report code'),
  programme: text('プログラム種別', 'programme'),
} as const;

/** D016: 報告区分・プログラムが健診の請求と合いません。 */
export const d016: RuleOf<'checkup'> = {
  id: 'D016',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'OID表・別表',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '報告区分・プログラムが健診の請求と合いません',
    'Report code or programme is not that of a claimed checkup',
  ),
  message: text(
    '{name}が「{value}」です（正: {expected}）。',
    'The {name} is "{value}"; {expected} was expected.',
  ),
  remedy: text('報告区分・プログラムを確認してください。', 'Check report code and programme.'),
  check(checkup, facts, report) {
    const { reportCode, serviceEvent } = checkup.header;
    if (reportCode?.value !== '10') {
      const value = reportCode?.value ?? '';
      report(reportCode?.at ?? checkup.at, { value, expected: '10', values: { name: names.report } });
    }
    // Without a service event at all D004 says so.
    if (facts.programme === '010' || facts.programme === '020' || serviceEvent === null) return;
    const at = serviceEvent?.code?.at ?? serviceEvent?.at ?? checkup.at;
    const values = { name: names.programme };
    report(at, { value: facts.programme, expected: '010, 020', values });
  },
};
