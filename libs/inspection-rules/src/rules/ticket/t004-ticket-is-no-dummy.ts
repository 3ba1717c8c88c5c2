import { parseTicketNumber, ticketNumberParts } from '@daiko/exchange-format';
import { isOfZeros } from './t002-ticket-is-of-its-kind.js';
import { type RuleOf, text } from '../../rule.js';

/** T004: 整理番号が仮の番号です。 Returns a number of zeros, and for insurers whose terms forbid dummies; else warns. */
export const t004: RuleOf<'pair'> = {
  id: 'T004',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: '沖縄県医師会',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('整理番号が仮の番号です', 'The ticket number is a dummy'),
  message: text(
    '整理番号「{value}」は仮の番号（ダミー）です（連番が00000000）。',
    'Ticket "{value}" is a dummy: its serial is 00000000.',
  ),
  remedy: text('整理番号を確認してください。', 'Check the ticket number.'),
  check(pair, facts, report) {
    const placed = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    const ticket = parseTicketNumber(placed?.value ?? '');
    if (placed === null || !ticket.ok || ticketNumberParts(ticket.value).serial !== '00000000') return;
    const isDummy = facts.terms.isDummyTicketForbidden || isOfZeros(placed.value);
    const severity = isDummy ? 'return' : 'warning';
    report(placed.at, { value: placed.value, severity });
  },
};
