import { addMonths } from '../../add-months.js';
import { guidanceSections, placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { isMistyped } from './guidance-item-table.js';
import { type RuleOf, text } from '../../rule.js';

/** Longest time from checkup to first interview. */
const MONTHS_MAX = 12;

/** G007: 健診実施年月日がない・合いません。 */
export const g007: RuleOf<'guidance'> = {
  id: 'G007',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('健診実施年月日がない・合いません', 'The date of the checkup is missing or does not fit'),
  message: text(
    '健診実施年月日（確認用）が「{value}」です（{detail}）。',
    'The date of the checkup is "{value}": it {detail}.',
  ),
  remedy: text('健診実施日を確認してください。', 'Write the date of the checkup this guidance belongs to.'),
  check(guidance, { guidanceFacts: course, checkupDate }, report) {
    if (course === null) return;
    const item = course.itemOf(guidanceItemCodes.checkupDate);
    // A section that is not there at all is G002's.
    if (item === null && !course.sections.has(guidanceSections.common)) return;
    // A value of another type is G057's.
    if (item !== null && isMistyped(item)) return;
    if (item === null || item.value === '') {
      // Of the later claims it is not settled whether they repeat it.
      const severity = course.reportCode === '22' || course.reportCode === '23' ? 'warning' : 'return';
      const at = item?.at ?? course.sections.get(guidanceSections.common) ?? guidance.at;
      const values = { detail: text('必ず記録します', 'must be there') };
      return report(at, {
        item: guidanceItemCodes.checkupDate,
        value: '',
        values,
        severity,
        returnReason: '02',
      });
    }
    const details = { item: item.code, value: item.value };
    if (checkupDate === null) {
      return report(placeOf(item), { ...details, values: { detail: text('日付ではない', 'is no date') } });
    }
    if (course.firstDate === null || course.firstDate <= addMonths(checkupDate, MONTHS_MAX)) return;
    const values = {
      detail: text('初回面接の12か月より前', 'lies more than 12 months before the interview'),
    };
    report(placeOf(item), { ...details, expected: `>= ${addMonths(course.firstDate, -MONTHS_MAX)}`, values });
  },
};
