import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { numberFound } from './number-found.js';

/** I005: 被保険者証の番号がありません。 */
export const i005: RuleOf<'identity'> = {
  id: 'I005',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '02',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('被保険者証の番号がありません', 'The insured number is missing'),
  message: text('被保険者証の番号{found}。', 'The number of the insurance card {found}.'),
  remedy: text('被保険者証の番号を記録してください。', 'Write the number of the insurance card.'),
  check(identity, _facts, report) {
    const { number } = identity;
    if (number !== null && number.value.trim() !== '') return;
    report(number?.at ?? identity.at, { values: { found: numberFound(identity, number, oids.number) } });
  },
};
