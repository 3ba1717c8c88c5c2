import { type RuleOf, text } from '../../rule.js';

/** I005: 被保険者証の番号がありません。 */
export const i005: RuleOf<'identity'> = {
  id: 'I005',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('被保険者証の番号がありません', 'The insured number is missing'),
  message: text('被保険者証の番号が空です。', 'The number of the insurance card is empty.'),
  remedy: text('被保険者証の番号を記録してください。', 'Write the number of the insurance card.'),
  check(identity, _facts, report) {
    const { number } = identity;
    if (number === null || number.value.trim() === '') report(number?.at ?? identity.at);
  },
};
