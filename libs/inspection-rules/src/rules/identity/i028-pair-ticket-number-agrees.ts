import { normaliseForComparison, type XmlElement } from '@daiko/exchange-format';
import { areOtherPersons, bothSides } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

const none = text('記録なし', 'none');

/** Eleven digits, or no ticket. */
function isSound(number: string): boolean {
  return /^([0-9]{11})?$/.test(number);
}

function hasTicketOfNoKind(document: XmlElement): boolean {
  return document.children.some(
    (part) =>
      part.name === 'participant' &&
      (part.attribute('typeCode') !== 'HLD' || (part.child('functionCode')?.attribute('code') ?? '') === ''),
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
    '決済情報の整理番号が「{value}」です（結果情報では {expected}）。',
    'The claim carries ticket "{value}", the result "{expected}".',
  ),
  remedy: text('整理番号を一致させてください。', 'Write the same ticket number in both files.'),
  check(pair, _facts, report) {
    const sides = bothSides(pair);
    if (sides === null) return;
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
        values: { ...(value === '' && { value: none }), ...(expected === '' && { expected: none }) },
      });
  },
};
