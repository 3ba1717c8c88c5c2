import { claimPlace } from '../../memory-places.js';
import { membershipOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T016: 氏名・生年月日・性別がマスタと異なります。 */
export const t016: RuleOf<'memory'> = {
  id: 'T016',
  level: 7,
  severity: 'query',
  returnReason: '09',
  source: '別表10 03',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '氏名・生年月日・性別がマスタと異なります',
    'Name, birth date or sex are not those of the member',
  ),
  message: text(
    'この記号・番号の被保険者に、氏名・生年月日・性別が一致する方がいません。',
    'Nobody of this symbol and number has this name, birth date and sex.',
  ),
  remedy: text('氏名・生年月日・性別を確認してください。', 'Check name, birth date and sex.'),
  check(memory, _facts, report) {
    if (membershipOf(memory)?.is !== 'other-person') return;
    const { places, isGuidance } = memory.record;
    report(claimPlace(places, 'name', isGuidance));
  },
};
