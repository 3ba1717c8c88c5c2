import { ageAt } from '@daiko/exchange-format';
import { AGE_MAX, ageAboveProgramme } from './d008-person-is-below-75.js';
import { type RuleOf, text } from '../../rule.js';

/** D015: 110歳を超えています。 */
export const d015: RuleOf<'checkup'> = {
  id: 'D015',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('110歳を超えています', 'The person is above 110'),
  message: text('健診実施日の年齢が{value}歳です。', 'The person was {value} on the day of the checkup.'),
  remedy: text('生年月日を確認してください。', 'Check the date of birth.'),
  check(checkup, facts, report) {
    const { plausibleBirthDate: birthDate, serviceDate, resultIdentity } = facts;
    if (birthDate === null || serviceDate === null) return;
    const age = ageAt(birthDate, serviceDate);
    if (age <= AGE_MAX) return;
    const at = resultIdentity?.birthDate?.at ?? checkup.at;
    report(at, {
      value: age,
      expected: AGE_MAX,
      ...(ageAboveProgramme(facts) !== null && { severity: 'return' as const }),
    });
  },
};
