import { claimPlace } from '../../memory-places.js';
import { fiscalYearOf, isClaimed, namedEarlier } from './earlier-records.js';
import { secondCheckupOf } from './second-checkup.js';
import { type RuleOf, text } from '../../rule.js';

/** H012: 同年度に別の番号の記録があります。 */
export const h012: RuleOf<'memory'> = {
  id: 'H012',
  level: 8,
  severity: 'info',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('同年度に別の番号の記録があります', 'A record under another number in the same fiscal year'),
  message: text(
    '同じ年度に別の記号・番号の記録があります（{value}）。重複とはしません。',
    'The person has a record under another number in the same fiscal year ({value}); it is not taken for a repetition.',
  ),
  remedy: text('資格の異動があれば、対応は不要です。', 'Nothing is to be done where the insurance changed.'),
  check(memory, _facts, report) {
    const { record, history } = memory;
    const year = fiscalYearOf(record);
    if (history.records.length === 0 || year === null) return;
    const earlier = history.records.find(
      (each) => each.isSameName && !each.isSamePerson && isClaimed(each) && fiscalYearOf(each) === year,
    );
    if (earlier === undefined || secondCheckupOf(memory) !== null) return;
    report(claimPlace(record.places, 'insurance', record.isGuidance), namedEarlier(earlier));
  },
};
