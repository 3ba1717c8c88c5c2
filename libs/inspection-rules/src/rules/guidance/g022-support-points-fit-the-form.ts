import type { GuidanceAct, GuidanceItem } from '@daiko/exchange-format';
import { type GuidanceFacts, itemIn, placeOf, possibleNumber } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { isMistyped } from './guidance-item-table.js';
import { pointItemsOf, processPointsOf, type SupportForm, supportFormOf } from './point-table.js';
import { misformedSupport, rangesOf } from './support-totals.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** G022: 支援ポイントが支援形態と合いません。 */
export const g022: RuleOf<'guidance'> = {
  id: 'G022',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第4期 評価体系',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('支援ポイントが支援形態と合いません', 'The points of a support do not fit its form'),
  message: text(
    '支援形態{form}のポイントが「{value}」です（正: {expected}）。',
    'A support {form} has "{value}" points; {expected} was expected.',
  ),
  remedy: text('支援ポイントを確認してください。', 'Write the points of the form, or 0 when it earns none.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    for (const act of [...course.supports, ...course.interims]) {
      const form = supportFormOf(act.form?.value);
      const item = itemIn(act, pointItemsOf(act).points);
      if (item === null || item.number === form?.points) continue;
      // A value of another type is G057's, a number that cannot be G058's.
      if (isMistyped(item) || possibleNumber(item.number) === null) continue;
      // A form out of its table is C010's.
      if (form === null && act.form !== null) continue;
      if (item.number === 0) {
        if (form !== null && isCounted(act, form, course)) reportCounted(item, form, report);
        continue;
      }
      // Where another form fits points and totals, the form is wrong: G024's.
      if (form !== null && misformedSupport(course)?.act === act) continue;
      const values = {
        form:
          form === null
            ? text('の記録がない支援', 'without a form')
            : text(`「${form.code}」`, `of form ${form.code}`),
      };
      const expected = form === null ? '0' : `0, ${form.points}`;
      report(placeOf(item), { item: item.code, value: item.value, expected, values });
    }
  },
};

/** Whether the totals count every support of the form, and points for each: then one that earned none is among them. */
function isCounted(act: GuidanceAct, form: SupportForm, course: GuidanceFacts): boolean {
  const [low, high] = rangesOf(course, form.code).counts;
  const isAllCounted =
    course.supports.includes(act) && course.numberOf(form.done.count) === high && high > low;
  return isAllCounted && course.numberOf(codes.processPoints) === processPointsOf(course, 'done');
}

function reportCounted(item: GuidanceItem, { code, points }: SupportForm, report: Report): void {
  const form = text(`「${code}」（集計で数えた支援）`, `of form ${code}, which the totals count,`);
  const details = { item: item.code, value: item.value, expected: points, values: { form } };
  report(placeOf(item), { ...details, severity: 'warning' });
}
