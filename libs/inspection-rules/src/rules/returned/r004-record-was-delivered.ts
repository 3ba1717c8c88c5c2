import { type RuleOf, text } from '../../rule.js';

/** R004: 送付した記録と照合できません。Routing knows what it delivered, inspection what it asked. */
export const r004: RuleOf<'pair'> = {
  id: 'R004',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['4', '5', '11'],
  title: text('送付した記録と照合できません', 'No such record was delivered or asked about'),
  message: text(
    'この保険者に送付済み又は確認依頼中の記録ではないか、すでに返戻されています。',
    'No record of this name was delivered to this insurer or put to it, or it was returned or answered already.',
  ),
  remedy: text(
    '送付した記録の26桁のファイル名と、返戻・回答がまだないことを確認してください。',
    'Check the 26 digits of the file name, and that the record was not returned or answered before.',
  ),
  check() {
    // Only who delivered the record or put the query knows.
  },
};
