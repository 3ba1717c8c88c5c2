import type { Bilingual } from '@daiko/contracts';
import type { GuidanceAct, GuidanceReport } from '@daiko/exchange-format';
import { type GuidanceFacts, guidanceSections, placeOf, possibleNumber } from '../../guidance-facts.js';
import { isMiscoded } from './miscoded-items.js';
import { missingCounts, supportFormOf, supportForms } from './point-table.js';
import { plannedIn } from './planned-totals.js';
import { isWithin, misformedSupport, type Range, rangesOf } from './support-totals.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const parts = { count: text('回数', 'the count'), minutes: text('時間', 'the time') };

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
    '支援形態「{form}」の{part}が「{value}」です（{detail}）。',
    'For form {form}, {part} is "{value}"; {detail}.',
  ),
  remedy: text('集計の回数・時間を確認してください。', 'Count the supports of each form again.'),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null || course.doneTotals === null) return;
    // Without the section G002 asks for the supports, of those written as planned X016 speaks.
    if (!course.sections.has(guidanceSections.support)) return;
    if (plannedIn(guidance, guidanceSections.support) !== null) return;
    // A form that no table knows is C010's; nothing can be counted by it.
    if (course.supports.some(({ form }) => supportFormOf(form?.value) === null)) return;
    const wrong = wrongTotals(guidance, course);
    const misformed = wrong.length > 1 ? misformedSupport(course) : null;
    if (misformed !== null) return reportForm(misformed, report);
    for (const { code, form, part, high } of wrong) {
      const item = course.valueOf(code);
      const values = {
        form,
        part,
        detail: text(`支援の記録から ${high}`, `the supports recorded give ${high}`),
      };
      const at = item === null ? course.doneTotals.at : placeOf(item);
      report(at, { item: code, value: item?.value ?? '', expected: high, values });
    }
    reportMissing(guidance, course, wrong, report);
  },
};

interface WrongTotal {
  readonly code: string;
  readonly form: string;
  readonly part: Bilingual;
  readonly high: number;
}

function wrongTotals(guidance: GuidanceReport, course: GuidanceFacts): WrongTotal[] {
  const wrong: WrongTotal[] = [];
  for (const { code: form, done } of supportForms) {
    const ranges = rangesOf(course, form);
    const ask = (code: string, range: Range, part: Bilingual) => {
      if (isWithin(course.numberOf(code) ?? 0, range)) return;
      const item = course.itemOf(code);
      // A value of another type is G057's, a number that cannot be G058's, a code of no table G055's.
      if (isMiscoded(code, guidanceSections.totals, guidance)) return;
      if (item !== null && item.number !== null && possibleNumber(item.number) === null) return;
      wrong.push({ code, form, part, high: Number.isFinite(range[1]) ? range[1] : range[0] });
    };
    const sofar = wrong.length;
    ask(done.count, ranges.counts, parts.count);
    // Where a support more or less is counted, its minutes are too: said once.
    if (done.minutes !== null && wrong.length === sofar) ask(done.minutes, ranges.minutes, parts.minutes);
  }
  return wrong;
}

/** The form of one support is wrong, and with it all that is counted by it: said once, where it stands. */
function reportForm({ act, form }: { act: GuidanceAct; form: string }, report: Report): void {
  const value = act.form?.value ?? '';
  const values = {
    form: value,
    part: text('支援の支援形態', 'the form of a support'),
    detail: text(
      `ポイント・集計は支援形態「${form}」のものです`,
      `points and totals are those of form ${form}`,
    ),
  };
  report(act.form?.at ?? act.at, { value, expected: form, values });
}

/** Totals of forms that were not used are 0, and recorded all the same. */
function reportMissing(
  guidance: GuidanceReport,
  course: GuidanceFacts,
  wrong: readonly WrongTotal[],
  report: Report,
): void {
  const missing = missingCounts(course, 'done').filter(
    (code) =>
      !wrong.some((total) => total.code === code) && !isMiscoded(code, guidanceSections.totals, guidance),
  );
  if (missing.length === 0 || course.doneTotals === null) return;
  const forms = supportForms.filter(
    ({ done }) => missing.includes(done.count) || missing.includes(done.minutes ?? ''),
  );
  const values = {
    form: forms.map(({ code }) => code).join('・'),
    part: text('回数・時間', 'count or time'),
    detail: text(`${missing.join(', ')}、なければ 0`, `${missing.join(', ')}; 0 where there was none`),
  };
  report(course.doneTotals.at, { item: missing[0]!, value: '', expected: 0, values, severity: 'warning' });
}
