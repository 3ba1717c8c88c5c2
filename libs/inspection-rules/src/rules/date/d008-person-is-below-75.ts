import { ageAt } from '@daiko/exchange-format';
import { isOfOtherProgramme } from './d017-programme-fits-the-insurer.js';
import { type RuleOf, text } from '../../rule.js';

/** D008: 75歳以上は後期高齢者健診です。 */
export const d008: RuleOf<'checkup'> = {
  id: 'D008',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '栃木国保',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('75歳以上は後期高齢者健診です', 'Persons of 75 and older belong to another scheme'),
  message: text(
    '健診実施日に75歳以上です（年齢 {value}）。特定健診の対象ではありません。',
    'The person is {value} years old on the day of the checkup; from 75 another scheme applies.',
  ),
  remedy: text('後期高齢者健診として請求してください。', 'Claim it as a checkup of the late elderly.'),
  check(checkup, facts, report) {
    const { plausibleBirthDate: birthDate, serviceDate, resultIdentity } = facts;
    if (isOfOtherProgramme(facts)) return;
    if (facts.programme !== '010' || birthDate === null || serviceDate === null) return;
    const age = ageAt(birthDate, serviceDate);
    if (age >= 75) report(resultIdentity?.birthDate?.at ?? checkup.at, { value: age });
  },
};
