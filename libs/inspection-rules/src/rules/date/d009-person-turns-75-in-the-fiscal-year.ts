import { ageAt } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { yearEndOf } from '../../year-end.js';

/** D009: 年度途中に75歳になる方です。 */
export const d009: RuleOf<'checkup'> = {
  id: 'D009',
  level: 6,
  severity: 'info',
  returnReason: null,
  source: '栃木国保; 富山国保',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('年度途中に75歳になる方です', 'The person turns 75 within the fiscal year'),
  message: text(
    '年度末（{expected}）に{value}歳ですが、実施日は75歳になる前です（受け付けます）。',
    'The person is {value} at the end of the fiscal year ({expected}), but was not yet 75 on the day: accepted.',
  ),
  remedy: text('対応は不要です。', 'Nothing needs to be done.'),
  check(checkup, facts, report) {
    const { birthDate, serviceDate, resultIdentity } = facts;
    if (facts.programme !== '010' || birthDate === null || serviceDate === null) return;
    const end = yearEndOf(serviceDate).last;
    const age = ageAt(birthDate, end);
    if (age < 75 || ageAt(birthDate, serviceDate) >= 75) return;
    report(resultIdentity?.birthDate?.at ?? checkup.at, { value: age, expected: end });
  },
};
