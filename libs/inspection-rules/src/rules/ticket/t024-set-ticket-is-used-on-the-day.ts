import { daysBetween, parseTicketNumber, type Placed, ticketNumberParts } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const otherDay = text(
  '初回面接が健診当日ではありません',
  'the first interview was not on the day of the checkup',
);
const otherSerial = text('受診券と連番が異なります', 'the serial is not that of the checkup ticket');
/** Days after which an interview under a set ticket is no longer let through. */
const DAYS_LET_THROUGH = 7;

/** T024: セット券の条件に合いません。 */
export const t024: RuleOf<'pair'> = {
  id: 'T024',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text('セット券の条件に合いません', 'The conditions of a set ticket are not met'),
  message: text(
    '整理番号「{value}」はセット券の条件に合いません（{detail}）。',
    'Ticket "{value}" does not meet the conditions of a set ticket: {detail}.',
  ),
  remedy: text(
    'セット券の条件（健診当日の初回面接、受診券と同じ連番）を確認してください。',
    'A set ticket holds for a first interview on the day of the checkup, under the serial of the checkup ticket.',
  ),
  check(pair, _facts, report) {
    const first = pair.guidanceFacts?.firstDate ?? null;
    if (first === null || pair.checkupDate === null || first < pair.checkupDate) return;
    const days = daysBetween(pair.checkupDate, first);
    const own = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    const ticket = partsOf(own);
    if (own !== null && ticket?.kind === 'set' && days > 0) {
      const severity = days <= DAYS_LET_THROUGH ? 'warning' : 'return';
      report(own.at, { value: own.value, values: { detail: otherDay }, severity });
    }
    const checkup = pair.header?.checkupTicket?.number ?? null;
    const checkupTicket = partsOf(checkup);
    if (checkup === null || checkupTicket === null || days > 0) return;
    if (ticket?.kind === 'set' && ticket.serial === checkupTicket.serial) return;
    // Beside an ordinary 受診券 the serial is a custom of insurers.
    const isCustom = checkupTicket.kind !== 'set';
    if (isCustom && ticket?.kind !== 'set') return;
    const severity = isCustom ? 'warning' : 'return';
    report((own ?? checkup).at, { value: (own ?? checkup).value, values: { detail: otherSerial }, severity });
  },
};

function partsOf(placed: Placed<string> | null) {
  const ticket = parseTicketNumber(placed?.value ?? '');
  return ticket.ok ? ticketNumberParts(ticket.value) : null;
}
