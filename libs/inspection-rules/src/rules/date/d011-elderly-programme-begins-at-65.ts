import { ageAt } from '@daiko/exchange-format';
import { isOfOtherProgramme } from './d017-programme-fits-the-insurer.js';
import { type RuleOf, text } from '../../rule.js';

/** D011: 後期高齢者健診の対象年齢ではありません。 */
export const d011: RuleOf<'checkup'> = {
  id: 'D011',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '高齢者医療確保法',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '後期高齢者健診の対象年齢ではありません',
    'The person is too young for the programme of the elderly',
  ),
  message: text(
    '実施日の年齢が{value}歳です（後期高齢者健診は65歳以上）。',
    'The person was {value} on the day of the checkup; programme 020 begins at 65.',
  ),
  remedy: text('プログラムと生年月日を確認してください。', 'Check the programme and the date of birth.'),
  check(checkup, facts, report) {
    const { plausibleBirthDate: birthDate, serviceDate, resultIdentity } = facts;
    if (isOfOtherProgramme(facts)) return;
    if (facts.programme !== '020' || birthDate === null || serviceDate === null) return;
    const age = ageAt(birthDate, serviceDate);
    if (age < 65) report(resultIdentity?.birthDate?.at ?? checkup.at, { value: age, expected: 65 });
  },
};
