import { ageAt } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { yearEndOf } from '../../year-end.js';

/** G060: 特定保健指導の対象年齢ではありません。 */
export const g060: RuleOf<'guidance'> = {
  id: 'G060',
  level: 6,
  severity: 'query',
  returnReason: '04',
  source: '標準的な健診・保健指導プログラム; 年度末年齢',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('特定保健指導の対象年齢（40～74歳）ではありません', 'The person is not of the age of guidance'),
  message: text('{when}の年齢が{value}歳です（{expected}）。', 'The person is {value} {when}; {expected}.'),
  remedy: text(
    '生年月日と対象者を確認してください。',
    'Check the date of birth and whether the person is covered.',
  ),
  check(guidance, facts, report) {
    const { plausibleBirthDate: birthDate, checkupDate, guidanceFacts, resultIdentity } = facts;
    if (birthDate === null || checkupDate === null) return;
    const at = resultIdentity?.birthDate?.at ?? guidance.at;
    const end = yearEndOf(checkupDate);
    // By law an age is reached on the day before the birthday: both readings must fail.
    const age = ageAt(birthDate, end.after);
    if (age < 40) {
      const when = text(
        `健診の年度末（${end.last}）`,
        `years old at the end of the fiscal year of the checkup (${end.last})`,
      );
      return report(at, { value: age, expected: '>= 40', values: { when, expected: limits.low } });
    }
    const first = guidanceFacts?.firstDate ?? checkupDate;
    const atFirst = ageAt(birthDate, first);
    if (atFirst < 75) return;
    const when = text(`初回面接日（${first}）`, `years old at the first interview (${first})`);
    report(at, { value: atFirst, expected: '< 75', values: { when, expected: limits.high } });
  },
};

const limits = {
  low: text('40歳以上が対象', 'guidance is for those of 40 and older'),
  high: text('75歳未満が対象', 'guidance is for those below 75'),
};
