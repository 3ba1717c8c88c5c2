import { claimPlace } from '../../memory-places.js';
import { fiscalYearOf, isClaimed, namedEarlier } from './earlier-records.js';
import { secondCheckupOf } from './second-checkup.js';
import { type RuleOf, text } from '../../rule.js';

const change = text('重複とはしません。', 'it is not taken for a repetition.');
const oneDay = text(
  '氏名・生年月日・性別と健診実施日が同じです。番号・枝番の誤り、又は重複がないか確認してください。',
  'name, birth date, sex and day of the checkup are the same: one number may be wrong, or the record repeated.',
);

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
    '同じ年度に別の記号・番号の記録があります（{value}）。{detail}',
    'The person has a record under another number in the same fiscal year ({value}); {detail}',
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
    const { value, values } = namedEarlier(earlier);
    // Nobody changes the number within one day: one of the two may be a repetition.
    const isOfOneDay =
      !record.isGuidance &&
      !earlier.isGuidance &&
      earlier.insurerNumber === record.insurerNumber &&
      earlier.serviceDate === record.serviceDate;
    report(claimPlace(record.places, 'insurance', record.isGuidance), {
      value,
      values: { ...values, detail: isOfOneDay ? oneDay : change },
      ...(isOfOneDay && { severity: 'warning' as const }),
    });
  },
};
