import { ageAt } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { yearEndOf } from '../../year-end.js';

/** D010: 40歳の数え方が二通りあります。 */
export const d010: RuleOf<'checkup'> = {
  id: 'D010',
  level: 6,
  severity: 'warning',
  returnReason: '04',
  source: '年齢計算ニ関スル法律',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('40歳の数え方が二通りあります', 'The two readings of the age of 40 differ'),
  message: text(
    '生年月日 {value} は年度末（{expected}）の翌日に40歳になります。法律上の年齢では年度末に40歳のため、受け付けます。',
    'A person born on {value} has the fortieth birthday on the day after the end of the fiscal year ({expected}); by law the age is reached the day before, so the record is accepted.',
  ),
  remedy: text('対象者であることを確認してください。', 'Check that the person is covered.'),
  check(checkup, facts, report) {
    const { birthDate, serviceDate, resultIdentity } = facts;
    if (facts.programme !== '010' || birthDate === null || serviceDate === null) return;
    const { last, after } = yearEndOf(serviceDate);
    if (ageAt(birthDate, last) >= 40 || ageAt(birthDate, after) < 40) return;
    report(resultIdentity?.birthDate?.at ?? checkup.at, { value: birthDate, expected: last });
  },
};
