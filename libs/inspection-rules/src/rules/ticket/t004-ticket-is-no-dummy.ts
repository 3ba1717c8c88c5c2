import { parseTicketNumber, ticketNumberParts } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** T004: 整理番号が仮の番号です。 Returns for insurers whose terms forbid it, else warns. */
export const t004: RuleOf<'pair'> = {
  id: 'T004',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: '沖縄県医師会',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('整理番号が仮の番号です', 'The ticket number is a dummy'),
  message: text('整理番号「{value}」の連番が00000000です。', 'The serial of ticket "{value}" is 00000000.'),
  remedy: text('整理番号を確認してください。', 'Check the ticket number.'),
  check(pair, facts, report) {
    const placed = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    const ticket = parseTicketNumber(placed?.value ?? '');
    if (placed === null || !ticket.ok || ticketNumberParts(ticket.value).serial !== '00000000') return;
    const severity = facts.terms.isDummyTicketForbidden ? 'return' : 'warning';
    report(placed.at, { value: placed.value, severity });
  },
};
