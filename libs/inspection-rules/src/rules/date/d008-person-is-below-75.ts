import { ageAt } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { isOfOtherProgramme } from './d017-programme-fits-the-insurer.js';
import { type RuleOf, text } from '../../rule.js';

/** Age that nobody is above (D015). */
export const AGE_MAX = 110;

/** Age of a person of 75 or more, who is of another scheme than the one claimed; else null. */
export function ageAboveProgramme(facts: PairFacts): number | null {
  const { plausibleBirthDate: birthDate, serviceDate, programme } = facts;
  if (isOfOtherProgramme(facts)) return null;
  if (programme !== '010' || birthDate === null || serviceDate === null) return null;
  const age = ageAt(birthDate, serviceDate);
  return age >= 75 ? age : null;
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
    const age = ageAboveProgramme(facts);
    // A birth date that cannot be is D015's.
    if (age === null || age > AGE_MAX) return;
    report(facts.resultIdentity?.birthDate?.at ?? checkup.at, { value: age });
  },
};
