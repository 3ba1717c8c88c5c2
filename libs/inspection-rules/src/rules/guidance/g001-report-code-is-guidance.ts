import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** G001: 報告区分・プログラムが保健指導ではありません。 */
export const g001: RuleOf<'guidance'> = {
  id: 'G001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('報告区分・プログラムが保健指導ではありません', 'Report code or programme is not guidance'),
  message: text(
    '報告区分・プログラム種別が「{value}」です（正: {expected}）。',
    'Report code or programme is "{value}"; {expected} was expected.',
  ),
  remedy: text('報告区分を確認してください。', 'Check report code and programme.'),
  check(guidance, _facts, report) {
    const { reportCode, serviceEvent } = guidance.header;
    if (!/^2[1-5]$/.test(reportCode?.value ?? '')) {
      report(reportCode?.at ?? guidance.at, { value: reportCode?.value ?? null, expected: '21–25' });
    }
    const programme = serviceEvent?.code ?? null;
    if (programme?.value !== '100' || programme.codeSystem !== oids.programme) {
      report(programme?.at ?? serviceEvent?.at ?? guidance.at, {
        value: programme?.value ?? null,
        expected: '100',
      });
    }
  },
};
