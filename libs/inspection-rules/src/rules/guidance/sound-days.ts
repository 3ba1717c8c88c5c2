import { addDays, type CalendarDate } from '@daiko/exchange-format';
import { addMonths } from '../../add-months.js';
import type { PairFacts } from '../../facts.js';

/** Calendar months from first interview to evaluation. */
const MONTHS_MIN = 3;

/** Earliest day of an evaluation after an interview. */
export function earliestAfter(interview: CalendarDate, days: number | null): CalendarDate {
  // No day lies behind the last year of the calendar.
  if (days === null || interview >= '9999') return addMonths(interview, MONTHS_MIN);
  return addDays(interview, days);
}

/** Day of the first interview; null also where G010 calls it wrong: nothing is measured by it then. */
export function soundFirstDate({ guidanceFacts, checkupDate, date }: PairFacts): CalendarDate | null {
  const first = guidanceFacts?.firstDate ?? null;
  if (first === null || first > date || (checkupDate !== null && first < checkupDate)) return null;
  return first;
}

/** Day of the evaluation; null also where G029 or G030 calls it wrong. */
export function soundEvaluationDate(facts: PairFacts): CalendarDate | null {
  const value = facts.guidanceFacts?.evaluationDate ?? null;
  if (value === null || value > facts.date) return null;
  const first = soundFirstDate(facts);
  return first !== null && value < earliestAfter(first, facts.settings.evaluationDays) ? null : value;
}
