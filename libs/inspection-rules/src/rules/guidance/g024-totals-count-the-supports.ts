import type { Bilingual } from '@daiko/contracts';
import { type GuidanceFacts, itemIn, placeOf } from '../../guidance-facts.js';
import { pointItemsOf, supportFormOf, supportForms } from './point-table.js';
import { type RuleOf, text } from '../../rule.js';

type Range = readonly [low: number, high: number];

/**
 * Count and minutes of a form: at least the supports that earn points, at most all of them and the interim evaluations;
 * whether the others count is not settled.
 */
function rangesOf(course: GuidanceFacts, form: string): { counts: Range; minutes: Range } {
  const low = { count: 0, minutes: 0 };
  const high = { count: 0, minutes: 0 };
  for (const act of [...course.supports, ...course.interims]) {
    if (act.form?.value !== form) continue;
    const codes = pointItemsOf(act);
    const minutes = itemIn(act, codes.minutes)?.number ?? 0;
    high.count += 1;
    high.minutes += minutes;
    if (course.interims.includes(act) || itemIn(act, codes.points)?.number === 0) continue;
    low.count += 1;
    low.minutes += minutes;
  }
  return { counts: [low.count, high.count], minutes: [low.minutes, high.minutes] };
}

/** G024: 実施回数・時間の集計が合いません。 */
export const g024: RuleOf<'guidance'> = {
  id: 'G024',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実施回数・時間の集計が合いません', 'Counts or minutes of the supports do not add up'),
  message: text(
    '支援形態「{form}」の{part}が「{value}」です（支援の記録から {expected}）。',
    'For form {form}, {part} is "{value}"; the supports recorded give {expected}.',
  ),
  remedy: text('集計の回数・時間を確認してください。', 'Count the supports of each form again.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || course.supports.length === 0 || course.doneTotals === null) return;
    // A form that no table knows is C010's; nothing can be counted by it.
    if (course.supports.some(({ form }) => supportFormOf(form?.value) === null)) return;
    for (const { code: form, done } of supportForms) {
      const { counts, minutes } = rangesOf(course, form);
      for (const [code, [low, high], part] of [
        [done.count, counts, text('回数', 'the count')] as [string, Range, Bilingual],
        [done.minutes, minutes, text('時間', 'the time')] as [string | null, Range, Bilingual],
      ]) {
        if (code === null) continue;
        const item = course.valueOf(code);
        const number = item?.number ?? 0;
        if (number >= low && number <= high) continue;
        const at = item === null ? course.doneTotals.at : placeOf(item);
        report(at, { item: code, value: item?.value ?? '', expected: high, values: { form, part } });
      }
    }
  },
};
