import type { GuidanceAct } from '@daiko/exchange-format';
import { type GuidanceFacts, itemIn, possibleNumber } from '../../guidance-facts.js';
import { pointItemsOf, supportForms } from './point-table.js';

export type Range = readonly [low: number, high: number];

type FormOf = (act: GuidanceAct) => string | undefined;

const ownForm: FormOf = (act) => act.form?.value;

/**
 * Count and minutes of a form: at least the supports that earn points, at most all of them and the interim evaluations;
 * whether the others count is not settled.
 */
export function rangesOf(
  course: GuidanceFacts,
  form: string,
  formOf: FormOf = ownForm,
): { counts: Range; minutes: Range } {
  const low = { count: 0, minutes: 0 };
  const high = { count: 0, minutes: 0 };
  for (const act of [...course.supports, ...course.interims]) {
    if (formOf(act) !== form) continue;
    const codes = pointItemsOf(act);
    const recorded = possibleNumber(itemIn(act, codes.minutes)?.number ?? null);
    const minutes = recorded ?? 0;
    high.count += 1;
    // Minutes that are not recorded (G021) may be any.
    high.minutes += recorded ?? Infinity;
    if (course.interims.includes(act) || itemIn(act, codes.points)?.number === 0) continue;
    low.count += 1;
    low.minutes += minutes;
  }
  return { counts: [low.count, high.count], minutes: [low.minutes, high.minutes] };
}

/** The support whose 支援形態 alone is wrong, with the one by which totals and points fit; null where none explains them. */
export function misformedSupport(course: GuidanceFacts): { act: GuidanceAct; form: string } | null {
  for (const act of course.supports) {
    const points = itemIn(act, pointItemsOf(act).points)?.number ?? null;
    for (const form of supportForms) {
      if (form.code === act.form?.value || (points !== null && points !== 0 && points !== form.points))
        continue;
      const formOf: FormOf = (other) => (other === act ? form.code : other.form?.value);
      if (doTotalsFit(course, formOf)) return { act, form: form.code };
    }
  }
  return null;
}

function doTotalsFit(course: GuidanceFacts, formOf: FormOf): boolean {
  return supportForms.every(({ code, done }) => {
    const { counts, minutes } = rangesOf(course, code, formOf);
    const isTimed = done.minutes === null || isWithin(course.numberOf(done.minutes) ?? 0, minutes);
    return isTimed && isWithin(course.numberOf(done.count) ?? 0, counts);
  });
}

export function isWithin(number: number, [low, high]: Range): boolean {
  return number >= low && number <= high;
}
