import { fiscalYear } from '@daiko/exchange-format';
import { FOURTH_PERIOD_START } from '../../frame.js';
import { type RuleOf, text } from '../../rule.js';

/** D012: 請求が前年度より前の健診です。 */
export const d012: RuleOf<'checkup'> = {
  id: 'D012',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('請求が前年度より前の健診です', 'The checkup is from before the last fiscal year'),
  message: text(
    '健診実施日 {value} は提出日（{expected}）の前年度より前です。',
    'The checkup of {value} is from before the fiscal year before the submission ({expected}).',
  ),
  remedy: text('請求が遅れた理由を確認します。', 'We shall ask why the claim comes so late.'),
  check(checkup, facts, report) {
    const date = checkup.header.serviceEvent?.date ?? null;
    const { serviceDate, submissionDate } = facts;
    if (date === null || serviceDate === null || submissionDate === null) return;
    // A checkup from before the scheme is D003's, one from before the fourth period X012's or D014's.
    if (serviceDate < FOURTH_PERIOD_START || fiscalYear(serviceDate) >= fiscalYear(submissionDate) - 1)
      return;
    report(date.at, { value: serviceDate, expected: submissionDate });
  },
};
