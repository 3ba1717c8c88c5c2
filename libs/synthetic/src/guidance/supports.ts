import { addDays, type CalendarDate, daysBetween, type GuidanceActDraft } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import type { Course } from './course.js';
import { integer, quantity, text } from './drafts.js';
import { earlyPoints, pointsOfForm, processPointsOf, totals } from './plan.js';

/** One 継続的支援. */
interface Support {
  /** 支援形態 1–6. */
  readonly form: number;
  readonly date: CalendarDate;
  /** Null for mail, which takes no time. */
  readonly minutes: number | null;
}

/** Shortest support of each form that earns points. */
const shortest = [10, 10, 40, 40, 5] as const;

/** As many supports as counted, each on a day of its own between interview and end. */
export function inventSupports(random: Random, course: Course, counts: readonly number[]): Support[] {
  const forms = counts.flatMap((count, i) => Array.from({ length: count }, () => i + 1));
  const { interviewDate, serviceDate } = course;
  const step = Math.floor((daysBetween(interviewDate, serviceDate) - 2) / Math.max(1, forms.length));
  return forms.map((form, i) => ({
    form,
    date: addDays(interviewDate, 1 + i * step + random.between(0, step - 1)),
    minutes: form === 6 ? null : shortest[form - 1]! + random.between(0, 15),
  }));
}

/** 継続的支援 as recorded. */
export function supportActs(random: Random, supports: readonly Support[]): GuidanceActDraft[] {
  return supports.map(({ form, date, minutes }) => ({
    mood: 'EVN',
    form: String(form),
    date,
    implementer: String(random.between(1, 3)),
    items: [
      ...(minutes === null ? [] : [quantity('1032300013', minutes, 'min')]),
      integer('1032300014', pointsOfForm(form)),
      text('1032300090', '取組みの様子を聞き、続け方を話し合った。'),
    ],
  }));
}

/** 実施上の集計 and its total; `outcomePoints` is null where nothing was evaluated. */
export function doneTotals(
  course: Course,
  supports: readonly Support[],
  outcomePoints: number | null,
): { act: GuidanceActDraft; points: number } {
  const counts = [1, 2, 3, 4, 5, 6].map((form) => supports.filter((support) => support.form === form).length);
  const minutes = [1, 2, 3, 4, 5].map((form) =>
    supports.reduce((sum, support) => sum + (support.form === form ? support.minutes! : 0), 0),
  );
  const process = processPointsOf(counts);
  const points = earlyPoints[course.early] + (outcomePoints ?? 0) + process;
  const items = [
    ...totals('10420', counts, minutes),
    integer('1042010070', process),
    integer('1042010080', points),
  ];
  return { act: { mood: 'EVN', date: supports.at(-1)?.date, items }, points };
}
