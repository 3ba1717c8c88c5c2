import { claimPlace } from '../../memory-places.js';
import { ownTicketOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T009: 有効期限が台帳と異なります。 */
export const t009: RuleOf<'memory'> = {
  id: 'T009',
  level: 7,
  severity: 'return',
  returnReason: '06',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('有効期限が台帳と異なります', 'The expiry is not the one the ticket was issued with'),
  message: text(
    '券の有効期限が「{value}」です（台帳では「{expected}」）。',
    'The ticket expires on "{value}" by the claim, on "{expected}" by the master of the insurer.',
  ),
  remedy: text('券面の有効期限を確認してください。', 'Copy the expiry from the ticket.'),
  check(memory, _facts, report) {
    const row = ownTicketOf(memory);
    const { ticketExpiry, places, isGuidance } = memory.record;
    if (row === null || ticketExpiry === null || ticketExpiry === row.expiry) return;
    report(claimPlace(places, 'expiry', isGuidance), { value: ticketExpiry, expected: row.expiry });
  },
};
