import { claimPlace } from '../../memory-places.js';
import { checkupOf, fiscalYearOf, isClaimed } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** T026: 受診券整理番号が健診の記録と異なります。 */
export const t026: RuleOf<'memory'> = {
  id: 'T026',
  level: 8,
  severity: 'query',
  returnReason: '05',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('受診券整理番号が健診の記録と異なります', 'The ticket is not that of the checkup'),
  message: text(
    '受診券整理番号が「{value}」ですが、同じ年度の健診は「{expected}」です。',
    'The claim names checkup ticket {value}; the checkup of that year was done with {expected}.',
  ),
  remedy: text('受診券番号を確認してください。', 'Check the number of the checkup ticket.'),
  check(memory, _facts, report) {
    const { record, history } = memory;
    const year = fiscalYearOf(record);
    if (record.checkupTicketNumber === null || year === null) return;
    const checkup =
      checkupOf(memory) ??
      history.records.findLast(
        (each) => !each.isGuidance && each.isSamePerson && isClaimed(each) && fiscalYearOf(each) === year,
      );
    const expected = checkup?.ticketNumber ?? null;
    if (expected === null || expected === record.checkupTicketNumber) return;
    report(claimPlace(record.places, 'checkupTicket', true), { value: record.checkupTicketNumber, expected });
  },
};
