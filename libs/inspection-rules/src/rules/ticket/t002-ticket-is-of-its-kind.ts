import { type CdaTicket, type Placed, parseTicketNumber, ticketNumberParts } from '@daiko/exchange-format';
import type { Report } from '../../rule.js';
import { type RuleOf, text } from '../../rule.js';

const kinds = {
  checkup: { name: text('受診券', 'checkup ticket'), digits: [1, 5], expected: '1, 5' },
  guidance: { name: text('利用券', 'guidance ticket'), digits: [2, 5], expected: '2, 5' },
} as const;
/** Digits that some insurers use and no source explains: they pass with a warning. */
const unexplained = [3, 4];

const otherKind = text(
  '健診の結果情報に受診券ではなく利用券が記録されています。',
  'The result of a checkup carries a guidance ticket instead of a checkup ticket.',
);

/** True for a number that is nothing but zeros. */
export function isOfZeros(number: string): boolean {
  return /^0+$/.test(number);
}

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
  message: text('{detail}', '{detail}'),
  remedy: text('券の種別を確認してください。', 'Check the kind of the ticket.'),
  check(pair, _facts, report) {
    const own = (pair.resultIdentity ?? pair.claimIdentity)?.ticketNumber ?? null;
    const other = pair.isGuidance ? null : (pair.header?.guidanceTicket ?? null);
    if (own === null && other !== null) {
      return report(other.kind?.at ?? other.at, {
        value: other.kind?.value ?? null,
        values: { detail: otherKind },
      });
    }
    reportKind(own, pair.isGuidance ? 'guidance' : 'checkup', report);
    if (pair.isGuidance) reportKind(numberOf(pair.header?.checkupTicket), 'checkup', report);
  },
};

function numberOf(ticket: CdaTicket | null | undefined): Placed<string> | null {
  return ticket?.number ?? null;
}

function reportKind(placed: Placed<string> | null, kind: keyof typeof kinds, report: Report): void {
  const ticket = parseTicketNumber(placed?.value ?? '');
  // A number of zeros is T004's.
  if (placed === null || !ticket.ok || isOfZeros(placed.value)) return;
  const { name, digits, expected } = kinds[kind];
  const { kindDigit } = ticketNumberParts(ticket.value);
  if ((digits as readonly number[]).includes(kindDigit)) return;
  const severity = unexplained.includes(kindDigit) ? 'warning' : 'return';
  const detail = text(
    `整理番号「${placed.value}」の3桁目は${name.ja}の種別（${expected}）ではありません。`,
    `The third digit of ticket "${placed.value}" is not that of a ${name.en} (${expected}).`,
  );
  report(placed.at, { value: placed.value, expected, values: { detail }, severity });
}
