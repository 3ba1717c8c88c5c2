import { claimPlace } from '../../memory-places.js';
import { namedEarlier, otherInstalments } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** G053: 指導機関が変わっています。 */
export const g053: RuleOf<'memory'> = {
  id: 'G053',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'formats 5.9',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('指導機関が変わっています', 'The institution has changed'),
  message: text(
    '前の請求（{value}）と別の機関からの請求です。',
    'Another institution made the claim before ({value}).',
  ),
  remedy: text(
    '指導機関の変更を確認してください。',
    'Record whom the support was handed to (90080), or check the institution.',
  ),
  check(memory, _facts, report) {
    const { institutionNumber, guidance, places } = memory.record;
    if (guidance === null || guidance.isHandedOver) return;
    const [first] = otherInstalments(memory);
    if (first === undefined || first.institutionNumber === institutionNumber) return;
    report(claimPlace(places, 'provider', true), namedEarlier(first));
  },
};
