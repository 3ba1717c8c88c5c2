import type { MemoryCase } from '../../memory-case.js';
import type { HistoryRecord } from '../../record-history.js';
import { lossOf, reaches } from '../history/body-improvement.js';
import { checkupOf, fiscalYearOf, isClaimed, isWithinHistory } from '../history/earlier-records.js';
import { COMPLETION_POINTS } from './point-table.js';

/** From this BMI on a person must lose 2 cm and 2 kg instead of 1. */
const BMI_OF_TWO = 30;

/**
 * True where 動機付け支援相当 may take the place of 積極的支援: last year's 積極的支援 was completed, and the person improved
 * since. Also where the history does not reach back to it, since then nothing can be said.
 */
export function mayBeEased(memory: MemoryCase): boolean {
  const { record, history } = memory;
  const year = fiscalYearOf(record);
  if (year === null || !isWithinHistory(memory, `${year - 1}0401`)) return true;
  const isOfLastYear = (earlier: HistoryRecord): boolean =>
    (earlier.isSamePerson || earlier.isSameName) && fiscalYearOf(earlier) === year - 1 && isClaimed(earlier);
  const isCompleted = history.records.some(
    (earlier) =>
      isOfLastYear(earlier) &&
      earlier.isGuidance &&
      earlier.level === '1' &&
      earlier.timing === '2' &&
      (earlier.values?.guidance?.completedPoints ?? COMPLETION_POINTS) >= COMPLETION_POINTS,
  );
  const before = history.records.findLast((earlier) => isOfLastYear(earlier) && !earlier.isGuidance);
  const last = before?.values?.checkup ?? null;
  const now = checkupOf(memory)?.values?.checkup ?? null;
  const loss = last === null || now === null ? null : lossOf(last, now);
  if (!isCompleted || last === null || loss === null) return false;
  return reaches(loss, last.bmi !== null && last.bmi >= BMI_OF_TWO ? 2 : 1);
}
