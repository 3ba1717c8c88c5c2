import { claimPlace } from '../../memory-places.js';
import { ticketRowOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

const cancelled = text('取消', 'it was cancelled');
const reissued = text('再交付済み', 'another one took its place');

/** T012: 取消・再交付された券です。 */
export const t012: RuleOf<'memory'> = {
  id: 'T012',
  level: 7,
  severity: 'return',
  returnReason: '05',
  source: 'general knowledge of the field',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('取消・再交付された券です', 'The ticket was cancelled or replaced'),
  message: text(
    '整理番号「{value}」は無効です（{detail}）。',
    'Ticket "{value}" is no longer good: {detail}.',
  ),
  remedy: text('再交付後の券を確認してください。', 'Ask the person for the ticket that took its place.'),
  check(memory, _facts, report) {
    const row = ticketRowOf(memory);
    const { ticketNumber, places, isGuidance } = memory.record;
    if (row === null || !row.isOfPerson || row.state === 'valid') return;
    const { successor } = row;
    const detail =
      successor === null
        ? row.state === 'cancelled'
          ? cancelled
          : reissued
        : text(`再交付後は「${successor}」`, `"${successor}" took its place`);
    const place = claimPlace(places, 'ticket', isGuidance);
    report(place, { value: ticketNumber, expected: successor, values: { detail } });
  },
};
