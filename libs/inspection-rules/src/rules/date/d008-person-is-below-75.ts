import { ageAt } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { isOfOtherProgramme } from './d017-programme-fits-the-insurer.js';
import { type RuleOf, text } from '../../rule.js';

/** True where a person of 75 or more is of another scheme than the one claimed. */
export function isAboveProgramme(facts: PairFacts): boolean {
  const { plausibleBirthDate: birthDate, serviceDate, programme } = facts;
  if (isOfOtherProgramme(facts)) return false;
  return (
    programme === '010' && birthDate !== null && serviceDate !== null && ageAt(birthDate, serviceDate) >= 75
  );
}

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
    if (!isAboveProgramme(facts) || birthDate === null || serviceDate === null) return;
    const age = ageAt(birthDate, serviceDate);
    // A birth date that cannot be is D015's.
    if (age <= 110) report(resultIdentity?.birthDate?.at ?? checkup.at, { value: age });
  },
};
