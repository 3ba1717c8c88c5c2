declare const dateBrand: unique symbol;

/** A day of the calendar (暦日) written `YYYYMMDD`; plain string comparison is date order. */
export type CalendarDate = string & { readonly [dateBrand]: true };

const MS_PER_DAY = 86_400_000;
/** Code unit of 0. */
const ZERO = 0x30;

/** Days of a month; `month` is 1 to 12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads exactly eight half-width digits that name a day that exists, from year 1000 on; otherwise null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (text.length !== 8) return null;
  let number = 0;
  for (let at = 0; at < 8; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  const day = number % 100;
  const month = Math.floor(number / 100) % 100;
  const year = Math.floor(number / 10_000);
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  return day <= daysInMonth(year, month) ? (text as CalendarDate) : null;
}

/** The same for texts that must be right, such as constants and settings; RangeError otherwise. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError('a calendar date YYYYMMDD was expected');
  return date;
}

/** The day in Japan of an instant; Japan has one time zone and no summer time. */
export function dayInJapan(instant: Date): CalendarDate {
  const inJapan = new Date(instant.getTime() + 9 * 3_600_000);
  return calendarDate(inJapan.toISOString().slice(0, 10).replaceAll('-', ''));
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Year, month (1 to 12) and day of a date. */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(4, 6)), day: Number(date.slice(6, 8)) };
}

/** The month `YYYYMM` of a date. */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 6);
}

/** The fiscal year (年度, April to March) a date lies in: 20250331 lies in 2024. */
export function fiscalYear(date: CalendarDate): number {
  const { year, month } = dateParts(date);
  return month >= 4 ? year : year - 1;
}

/** Last day (31 March) of a fiscal year. */
export function fiscalYearEnd(year: number): CalendarDate {
  return calendarDate(`${year + 1}0331`);
}

/** First day (1 April) of a fiscal year. */
export function fiscalYearStart(year: number): CalendarDate {
  return calendarDate(`${year}0401`);
}

/**
 * Full years lived on a day, counted from birthday to birthday as health insurers do for 特定健診.
 * A birthday of 29 February counts from 1 March in other years. Negative before birth.
 */
export function ageAt(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(4) >= birth.slice(4) ? years : years - 1;
}

/** The date `days` later (earlier when negative); RangeError outside the years 1000 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

function fromDayNumber(days: number): CalendarDate {
  const instant = new Date(days * MS_PER_DAY);
  if (Number.isNaN(instant.getTime())) throw new RangeError('a calendar date YYYYMMDD was expected');
  const month = String(instant.getUTCMonth() + 1).padStart(2, '0');
  const day = String(instant.getUTCDate()).padStart(2, '0');
  return calendarDate(`${instant.getUTCFullYear()}${month}${day}`);
}
