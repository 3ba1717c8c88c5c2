import { type CdaTicket, type Placed, parseTicketNumber, ticketNumberParts } from '@daiko/exchange-format';
import type { Report } from '../../rule.js';
import { type RuleOf, text } from '../../rule.js';

const kinds = {
  checkup: { name: text('受診券', 'checkup ticket'), digits: [1, 5], expected: '1, 5' },
  guidance: { name: text('利用券', 'guidance ticket'), digits: [2, 5], expected: '2, 5' },
} as const;
/** Digits that some insurers use and no source explains: they pass with a warning. */
const unexplained = [3, 4];

/** T002: 券の種別が違います。 */
export const t002: RuleOf<'pair'> = {
  id: 'T002',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('券の種別が違います', 'The ticket is of another kind'),
  message: text(
    '整理番号「{value}」の3桁目は{name}の種別（{expected}）ではありません。',
    'The third digit of ticket "{value}" is not that of a {name} ({expected}).',
  ),
  remedy: text('券の種別を確認してください。', 'Check the kind of the ticket.'),
  check(pair, _facts, report) {
    const own = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    reportKind(own, pair.isGuidance ? 'guidance' : 'checkup', report);
    if (pair.isGuidance) reportKind(numberOf(pair.header?.checkupTicket), 'checkup', report);
  },
};

function numberOf(ticket: CdaTicket | null | undefined): Placed<string> | null {
  return ticket?.number ?? null;
}

function reportKind(placed: Placed<string> | null, kind: keyof typeof kinds, report: Report): void {
  const ticket = parseTicketNumber(placed?.value ?? '');
  if (placed === null || !ticket.ok) return;
  const { name, digits, expected } = kinds[kind];
  const { kindDigit } = ticketNumberParts(ticket.value);
  if ((digits as readonly number[]).includes(kindDigit)) return;
  const severity = unexplained.includes(kindDigit) ? 'warning' : 'return';
  report(placed.at, { value: placed.value, expected, values: { name }, severity });
}
