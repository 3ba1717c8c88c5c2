import { claimPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** T010: 整理番号が台帳にありません。 */
export const t010: RuleOf<'memory'> = {
  id: 'T010',
  level: 7,
  severity: 'return',
  returnReason: '05',
  source: '国保連 返戻一覧; 熊本県国保連 Q&A',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('整理番号が台帳にありません', 'The ticket is not in the master of the insurer'),
  message: text(
    '整理番号「{value}」は保険者の発行台帳にありません。',
    'Ticket "{value}" is not among those the insurer issued.',
  ),
  remedy: text('整理番号を券面で確認してください。', 'Check the number against the ticket.'),
  check(memory, _facts, report) {
    const { tickets } = memory.masters;
    const { ticketNumber, places, isGuidance } = memory.record;
    if (tickets === 'none' || tickets.ticket !== null || ticketNumber === null) return;
    if (isGuidance && tickets.lacksGuidanceTickets === true) return;
    report(claimPlace(places, 'ticket', isGuidance), { value: ticketNumber });
  },
};
