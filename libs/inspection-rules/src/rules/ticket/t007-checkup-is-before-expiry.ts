import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** T007: 受診券の有効期限を過ぎています。 */
export const t007: RuleOf<'pair'> = {
  id: 'T007',
  level: 6,
  severity: 'return',
  returnReason: '06',
  source: '国保連 返戻一覧 #1',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text('受診券の有効期限を過ぎています', 'The checkup is after the expiry of the ticket'),
  message: text(
    '健診実施日 {value} が受診券の有効期限 {expected} を過ぎています。',
    'The checkup of {value} is after the expiry of the ticket, {expected}.',
  ),
  remedy: text('受診券の有効期限を確認してください。', 'Check date and ticket.'),
  check(pair, _facts, report) {
    const date = pair.header?.serviceEvent?.date ?? null;
    const placed = pair.resultIdentity?.ticketExpiry ?? pair.claimIdentity?.ticketExpiry ?? null;
    const expiry = parseCalendarDate(placed?.value ?? '');
    if (date === null || pair.serviceDate === null || expiry === null) return;
    // A checkup that was not yet is D002's.
    if (pair.serviceDate > pair.date) return;
    if (pair.serviceDate > expiry) report(date.at, { value: pair.serviceDate, expected: expiry });
  },
};
