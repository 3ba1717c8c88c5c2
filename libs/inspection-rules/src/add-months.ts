import { calendarDate, type CalendarDate, dateParts } from '@daiko/exchange-format';

/** The same day `months` later; the last day of the month where that day does not exist (30 November + 3 → 28 February). Ends with the year 9999. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  if (toYear > 9999) return calendarDate('99991231');
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const digits = (value: number) => String(value).padStart(2, '0');
  return calendarDate(`${toYear}${digits(toMonth)}${digits(Math.min(day, last))}`);
}
