import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const FIRST_DAY = '19000101';

/** I014: 生年月日が正しくありません。 */
export const i014: RuleOf<'identity'> = {
  id: 'I014',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('生年月日が正しくありません', 'The date of birth is not possible'),
  message: text(
    '生年月日が「{value}」です（暦にあり、1900年以後で実施日以前の日付）。',
    'The date of birth is "{value}"; a day from 1900 to the day of service was expected.',
  ),
  remedy: text('生年月日を確認してください。', 'Check the date of birth.'),
  check(identity, facts, report) {
    const birth = parseCalendarDate(identity.birthDate?.value ?? '');
    const last = facts.checkupDate ?? facts.serviceDate ?? facts.date;
    if (birth !== null && birth >= FIRST_DAY && birth <= last) return;
    report(identity.birthDate?.at ?? identity.at, { value: identity.birthDate?.value ?? null });
  },
};
