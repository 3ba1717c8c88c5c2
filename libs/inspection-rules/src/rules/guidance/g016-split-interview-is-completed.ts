import { addMonths } from '../../add-months.js';
import { guidanceSections } from '../../guidance-facts.js';
import { type RuleOf, text } from '../../rule.js';

/** Longest time between the halves. */
const MONTHS_MAX = 3;

/** G016: 分割した初回面接の日付が合いません。 */
export const g016: RuleOf<'guidance'> = {
  id: 'G016',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'OID表・別表',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('分割した初回面接の日付が合いません', 'The halves of a split interview do not fit'),
  message: text(
    '初回面接②の日付が「{value}」です（{detail}）。',
    'The date of the second half is "{value}": {detail}.',
  ),
  remedy: text(
    '分割面接の日付を確認してください。',
    'Check both days; without the second half claim 初回未完了.',
  ),
  check(_guidance, { guidanceFacts: course, date }, report) {
    if (course === null || !course.isSplit) return;
    const { firstDate, secondDate, interview } = course;
    const section = course.sections.get(guidanceSections.interview);
    if (secondDate === null) {
      if (course.reportCode !== '21' || section === undefined || course.splitInterview === null) return;
      // What is written and no day of the calendar is D001's.
      if ((interview?.date?.value ?? '') !== '') return;
      const at = interview?.date?.at ?? interview?.at ?? section;
      return report(at, {
        value: interview?.date?.value ?? '',
        values: { detail: text('②の記録がない', 'it was not recorded') },
        returnReason: '02',
      });
    }
    const at = interview?.date?.at ?? null;
    if (firstDate === null || firstDate > date) return;
    if (secondDate < firstDate) {
      const values = { detail: text('①より前', 'it is before the first half') };
      report(at, { value: secondDate, expected: `>= ${firstDate}`, values });
    } else if (secondDate > addMonths(firstDate, MONTHS_MAX)) {
      const values = { detail: text('①から3か月を超える', 'it is more than 3 months after the first half') };
      report(at, {
        value: secondDate,
        expected: `<= ${addMonths(firstDate, MONTHS_MAX)}`,
        values,
        severity: 'warning',
      });
    }
  },
};
