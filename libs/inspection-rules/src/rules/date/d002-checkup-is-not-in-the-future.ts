import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** D002: 健診実施日が未来日です。 */
export const d002: RuleOf<'checkup'> = {
  id: 'D002',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '国保連 返戻一覧 #2',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('健診実施日が未来日です', 'The checkup lies in the future'),
  message: text(
    '健診実施日 {value} が提出日又は受付日（{expected}）より後です。',
    'The checkup of {value} is after the day of submission or receipt ({expected}).',
  ),
  remedy: text('健診実施日を確認してください。', 'Check the date of the checkup.'),
  check(checkup, facts, report) {
    const date = checkup.header.serviceEvent?.date ?? null;
    const { serviceDate, submissionDate } = facts;
    if (date === null || serviceDate === null) return;
    const last = submissionDate !== null && submissionDate < facts.date ? submissionDate : facts.date;
    // A file made after the submission shows that the archive's name has the wrong day (D006).
    const made = parseCalendarDate(checkup.header.creationDate?.value ?? '');
    const isNameWrong = serviceDate <= facts.date && made !== null && made > last;
    if (serviceDate > last && !isNameWrong) report(date.at, { value: serviceDate, expected: last });
  },
};
