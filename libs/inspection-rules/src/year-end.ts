import { type CalendarDate, fiscalYear, fiscalYearEnd, fiscalYearStart } from '@daiko/exchange-format';

/** The days by which ages of a fiscal year (年度末年齢) are told. */
export interface YearEnd {
  /** 31 March. */
  readonly last: CalendarDate;
  /** 1 April after it: by law an age is reached on the day before the birthday. */
  readonly after: CalendarDate;
}

const ends = new Map<number, YearEnd>();

/** End of the fiscal year that a date lies in. */
export function yearEndOf(date: CalendarDate): YearEnd {
  const year = fiscalYear(date);
  let end = ends.get(year);
  if (end === undefined) {
    end = { last: fiscalYearEnd(year), after: fiscalYearStart(year + 1) };
    ends.set(year, end);
  }
  return end;
}
