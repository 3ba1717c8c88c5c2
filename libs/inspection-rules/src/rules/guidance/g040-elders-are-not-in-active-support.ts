import { ageAt, fiscalYear, fiscalYearEnd } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** Oldest of 積極的支援, at the end of the fiscal year of the checkup. */
const AGE_MAX = 64;

/** G040: 65歳以上の積極的支援です。 */
export const g040: RuleOf<'guidance-claim'> = {
  id: 'G040',
  level: 6,
  severity: 'query',
  returnReason: '04',
  source: '標準的な健診・保健指導プログラム',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('65歳以上の積極的支援です', '積極的支援 for a person of 65 or older'),
  message: text(
    '年度末年齢が{value}歳です（積極的支援は{expected}歳まで）。',
    'The person is {value} at the end of the fiscal year; 積極的支援 is for up to {expected}.',
  ),
  remedy: text(
    '65歳以上は動機付け支援です。確認してください。',
    'From 65 on, 動機付け支援 is given; check level and birth date.',
  ),
  check(claim, pair, report) {
    const level = claim.guidanceLevel;
    const { plausibleBirthDate: birthDate, checkupDate, guidanceFacts } = pair;
    if (level?.value !== '1' || birthDate === null || checkupDate === null) return;
    // Who is past the age of guidance as a whole is G060's.
    if (ageAt(birthDate, guidanceFacts?.firstDate ?? checkupDate) >= 75) return;
    const age = ageAt(birthDate, fiscalYearEnd(fiscalYear(checkupDate)));
    if (age > AGE_MAX) report(level.at, { value: age, expected: AGE_MAX });
  },
};
