import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** T008: 利用券の有効期限を過ぎています。 */
export const t008: RuleOf<'pair'> = {
  id: 'T008',
  level: 6,
  severity: 'return',
  returnReason: '06',
  source: 'general knowledge of the field',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text('利用券の有効期限を過ぎています', 'The first interview is after the expiry of the ticket'),
  message: text(
    '初回面接日 {value} が利用券の有効期限 {expected} を過ぎています。',
    'The first interview of {value} is after the expiry of the ticket, {expected}.',
  ),
  remedy: text('利用券の有効期限を確認してください。', 'Check the day of the interview and the ticket.'),
  check(pair, _facts, report) {
    const course = pair.guidanceFacts;
    const placed = pair.resultIdentity?.ticketExpiry ?? pair.claimIdentity?.ticketExpiry ?? null;
    const expiry = parseCalendarDate(placed?.value ?? '');
    if (course === null || course.firstDate === null || expiry === null || course.firstDate <= expiry) return;
    const act = course.splitInterview ?? course.interview;
    report(act?.date?.at ?? null, { value: course.firstDate, expected: expiry });
  },
};
