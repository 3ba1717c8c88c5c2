import { isTicketKind } from '../document/x016-fixed-attributes-are-as-fixed.js';
import { normaliseForComparison, type XmlElement } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { areOtherPersons, bothSides } from './both-sides.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const none = text('記録なし', 'none');
const ticket = text('整理番号', 'ticket');
const checkupTicket = text('受診券整理番号', 'checkup ticket');

/** Eleven digits, or no ticket. */
function isSound(number: string): boolean {
  return /^([0-9]{11})?$/.test(number);
}

function hasTicketOfNoKind(document: XmlElement): boolean {
  return document.children.some(
    (part) =>
      part.name === 'participant' &&
      (part.attribute('typeCode') !== 'HLD' ||
        !isTicketKind(part.child('functionCode')?.attribute('code') ?? '')),
  );
}

/** I028: 対のファイルで整理番号が異なります。 */
export const i028: RuleOf<'pair'> = {
  id: 'I028',
  level: 5,
  severity: 'return',
  returnReason: '05',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで整理番号が異なります', 'Result and claim carry different tickets'),
  message: text(
    '決済情報の{name}が「{value}」です（結果情報では {expected}）。',
    'The claim carries {name} "{value}", the result "{expected}".',
  ),
  remedy: text('整理番号を一致させてください。', 'Write the same ticket number in both files.'),
  check(pair, _facts, report) {
    const sides = bothSides(pair);
    if (sides === null) return;
    if (pair.isGuidance && !areOtherPersons(sides)) reportCheckupTickets(pair, report);
    const expected = sides.result.ticketNumber?.value.trim() ?? '';
    const value = sides.claim.ticketNumber?.value.trim() ?? '';
    if (expected === value) return;
    // Full-width digits are the same number; what is no ticket number is told by the rule on their form (T001).
    const [result, claim] = [normaliseForComparison(expected), normaliseForComparison(value)];
    if (result === claim || !isSound(result) || !isSound(claim)) return;
    // A ticket of the other kind in the result is T002's, one that is not written as a ticket X016's.
    if (!pair.isGuidance && result === '' && pair.header?.guidanceTicket) return;
    if (result === '' && pair.header !== null && hasTicketOfNoKind(pair.header.at)) return;
    if (!areOtherPersons(sides))
      report(sides.claim.ticketNumber?.at ?? sides.claim.at, {
        value,
        expected,
        values: {
          name: ticket,
          ...(value === '' && { value: none }),
          ...(expected === '' && { expected: none }),
        },
      });
  },
};

/** The 受診券 that both files of a guidance name; either may leave it out. */
function reportCheckupTickets({ header, guidanceClaim }: PairFacts, report: Report): void {
  const expected = header?.checkupTicket?.number ?? null;
  const claimed = guidanceClaim?.ticket?.checkupTicketNumber ?? null;
  if (expected === null || claimed === null) return;
  const [result, claim] = [expected.value, claimed.value].map((number) => normaliseForComparison(number));
  if (result === claim || result === '' || claim === '' || !isSound(result!) || !isSound(claim!)) return;
  const values = { name: checkupTicket };
  report(claimed.at, { value: claimed.value, expected: expected.value, values });
}
