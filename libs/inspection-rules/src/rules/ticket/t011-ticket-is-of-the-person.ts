import { claimPlace } from '../../memory-places.js';
import { ticketRowOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T011: 別の方の整理番号です。 */
export const t011: RuleOf<'memory'> = {
  id: 'T011',
  level: 7,
  severity: 'return',
  returnReason: '05',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('別の方の整理番号です', 'The ticket was issued to somebody else'),
  message: text(
    '整理番号「{value}」は、記号・番号・生年月日・性別が異なる方に発行されています。',
    'Ticket "{value}" was issued to a person of another symbol, number, birth date or sex.',
  ),
  remedy: text(
    '整理番号と本人の記号・番号・生年月日・性別を確認してください。',
    'Check the ticket number, and symbol, number, birth date and sex of the person.',
  ),
  check(memory, _facts, report) {
    const row = ticketRowOf(memory);
    const { ticketNumber, places, isGuidance } = memory.record;
    if (row === null || row.isOfPerson) return;
    report(claimPlace(places, 'ticket', isGuidance), { value: ticketNumber });
  },
};
