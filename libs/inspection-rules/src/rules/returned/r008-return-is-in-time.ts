import { type RuleOf, text } from '../../rule.js';

/** R008: 返戻の期限を過ぎています。Routing knows when it was delivered. */
export const r008: RuleOf<'pair'> = {
  id: 'R008',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: '契約の過誤期限（既定12か月）',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['5'],
  title: text('返戻の期限を過ぎています', 'The return comes too late'),
  message: text(
    '受領確認から12か月を過ぎています。',
    'More than 12 months have passed since the delivery was acknowledged.',
  ),
  remedy: text(
    '契約の過誤の期限を確認し、代行機関に連絡してください。',
    'See the limit in the contract, and speak to the agency.',
  ),
  check() {
    // Only who delivered the record or put the query knows.
  },
};
