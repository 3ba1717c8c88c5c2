import { fiscalYear, parseTicketNumber, ticketNumberParts } from '@daiko/exchange-format';
import { addMonths } from '../../add-months.js';
import { FOURTH_PERIOD_START } from '../../frame.js';
import { isOfZeros } from './t002-ticket-is-of-its-kind.js';
import { type RuleOf, text } from '../../rule.js';

/** T003: 年度の異なる受診券・利用券です。 */
export const t003: RuleOf<'pair'> = {
  id: 'T003',
  level: 6,
  severity: 'query',
  returnReason: '05',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('年度の異なる受診券・利用券です', 'The ticket is of another fiscal year'),
  message: text(
    '整理番号「{value}」の年度が健診の年度（{expected}）と合いません。',
    'The fiscal year of ticket "{value}" does not fit the checkup ({expected}).',
  ),
  remedy: text('券の年度を確認します。', 'Check the year of the ticket.'),
  check(pair, _facts, report) {
    const placed = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    const ticket = parseTicketNumber(placed?.value ?? '');
    if (placed === null || !ticket.ok || pair.checkupDate === null || isOfZeros(placed.value)) return;
    // A checkup in the future or of another period is told by its date (D002, D003, X012, D014).
    if (pair.checkupDate > pair.date || pair.checkupDate < FOURTH_PERIOD_START) return;
    // A checkup too long before the interview, or after it, is G007's: its date is wrong, not the ticket.
    const first = pair.guidanceFacts?.firstDate ?? null;
    if (first !== null && (pair.checkupDate > first || pair.checkupDate < addMonths(first, -12))) return;
    const year = fiscalYear(pair.checkupDate);
    const issued = ticketNumberParts(ticket.value).fiscalYear;
    if (issued === year || (pair.isGuidance && issued === year + 1)) return;
    report(placed.at, { value: placed.value, expected: year });
  },
};
