import { type RuleOf, text } from '../../rule.js';

/** T006: 有効期限がありません。 */
export const t006: RuleOf<'identity'> = {
  id: 'T006',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('有効期限がありません', 'The ticket has no expiry'),
  message: text('整理番号があるのに有効期限がありません。', 'There is a ticket number but no expiry.'),
  remedy: text('有効期限を記録してください。', 'Write the expiry of the ticket.'),
  check(identity, _facts, report) {
    const { ticketNumber, ticketExpiry } = identity;
    if (ticketNumber === null || ticketNumber.value === '') return;
    if (ticketExpiry === null || ticketExpiry.value === '') report(ticketExpiry?.at ?? ticketNumber.at);
  },
};
