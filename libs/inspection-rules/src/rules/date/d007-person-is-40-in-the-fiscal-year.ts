import { ageAt } from '@daiko/exchange-format';
import { isOfOtherProgramme } from './d017-programme-fits-the-insurer.js';
import { type RuleOf, text } from '../../rule.js';
import { yearEndOf } from '../../year-end.js';

/** D007: 特定健診の対象年齢（40歳以上）ではありません。 */
export const d007: RuleOf<'checkup'> = {
  id: 'D007',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '番号・氏名・日付の記録要領; 年度末年齢',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('特定健診の対象年齢（40歳以上）ではありません', 'The person is below the age of the scheme'),
  message: text(
    '年度末（{expected}）の年齢が40歳未満です（年齢 {value}）。',
    'The person is {value} years old at the end of the fiscal year ({expected}), below 40.',
  ),
  remedy: text(
    '生年月日と対象者を確認してください。',
    'Check the date of birth and whether the person is covered.',
  ),
  check(checkup, facts, report) {
    const { plausibleBirthDate: birthDate, serviceDate, resultIdentity } = facts;
    if (isOfOtherProgramme(facts)) return;
    if (facts.programme !== '010' || birthDate === null || serviceDate === null) return;
    const end = yearEndOf(serviceDate);
    // By law an age is reached on the day before the birthday: both readings must fail.
    const age = ageAt(birthDate, end.after);
    if (age < 40) report(resultIdentity?.birthDate?.at ?? checkup.at, { value: age, expected: end.last });
  },
};
