import { fiscalYear, parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** T027: 受診券の有効期限が先すぎます。 */
export const t027: RuleOf<'pair'> = {
  id: 'T027',
  level: 6,
  severity: 'warning',
  returnReason: '06',
  source: '番号・氏名・日付の記録要領 (有効期限は通常その年度の末日)',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text('受診券の有効期限が先すぎます', 'The ticket expires years ahead'),
  message: text(
    '受診券の有効期限が「{value}」です（健診の翌年度末 {expected} より後）。',
    'The ticket expires on {value}, later than the end of the fiscal year after the checkup ({expected}).',
  ),
  remedy: text('受診券の有効期限を確認してください。', 'Check the expiry on the ticket.'),
  check(pair, _facts, report) {
    const placed = pair.resultIdentity?.ticketExpiry ?? pair.claimIdentity?.ticketExpiry ?? null;
    const expiry = parseCalendarDate(placed?.value ?? '');
    if (placed === null || expiry === null || pair.serviceDate === null) return;
    const last = `${fiscalYear(pair.serviceDate) + 2}0331`;
    if (expiry > last) report(placed.at, { value: expiry, expected: last });
  },
};
