import { type RuleOf, text } from '../../rule.js';

/** T005: 整理番号がありません。 For insurers whose terms demand it. */
export const t005: RuleOf<'pair'> = {
  id: 'T005',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('整理番号がありません', 'The ticket number is missing'),
  message: text(
    'この保険者は受診券・利用券の整理番号を求めていますが、記録されていません。',
    'The insurer wants the ticket number, but there is none.',
  ),
  remedy: text('受診券・利用券の整理番号を記録してください。', 'Write the number of the ticket.'),
  check(pair, facts, report) {
    if (!facts.terms.isTicketRequired) return;
    const side = pair.claimIdentity ?? pair.resultIdentity;
    if (side === null || (side.ticketNumber?.value ?? '') !== '') return;
    report(side.ticketNumber?.at ?? pair.claim?.at ?? side.at);
  },
};
