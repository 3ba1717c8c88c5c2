import type { CalendarDate, GuidanceItem } from '@daiko/exchange-format';
import { type GuidanceFacts, itemIn } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import {
  earlyPointsOf,
  outcomePointsOf,
  pointItemsOf,
  processPointsOf,
  supportForms,
} from './point-table.js';
import { known, sumsOf } from './report-points.js';

/** Points reached, as recorded and as computed. */
export interface CompletedSums {
  readonly outcome: GuidanceItem | null;
  readonly process: GuidanceItem | null;
  readonly outcomes: readonly number[];
  readonly processes: readonly number[];
  /** What 実施ポイント合計 can be. */
  readonly sums: readonly number[];
}

/** What the points reached must be by outcomes, supports and the early interview. */
export function completedSums(course: GuidanceFacts, checkupDate: CalendarDate | null): CompletedSums {
  const outcome = course.valueOf(codes.outcomePoints);
  const isEvaluated = Object.values(goalItems).some(({ evaluation }) => course.codeOf(evaluation) !== '');
  const outcomes = isEvaluated ? outcomePointsOf(course, 'evaluation') : [0];
  const process = course.valueOf(codes.processPoints);
  const processes = processSums(course);
  const sums = sumsOf(
    earlyPointsOf(course, checkupDate),
    known(outcome, outcomes),
    known(process, processes),
  );
  return { outcome, process, outcomes, processes, sums };
}

function processSums(course: GuidanceFacts): readonly number[] {
  const sums: number[] = [];
  if (supportForms.some(({ done }) => course.numberOf(done.count) !== null)) {
    sums.push(processPointsOf(course, 'done'));
  }
  let recorded = 0;
  for (const act of [...course.supports, ...course.interims]) {
    recorded += itemIn(act, pointItemsOf(act).points)?.number ?? 0;
  }
  if (recorded > 0) sums.push(recorded);
  return sums;
}
