import type { CalendarDate, GuidanceItem } from '@daiko/exchange-format';
import type { GuidanceFacts } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import { contradictedGoals } from './contradicted-goals.js';
import {
  earlyPointsOf,
  habitPointsOf,
  outcomePointsOf,
  processPointsOf,
  supportForms,
} from './point-table.js';
import { known, sumsOf } from './report-points.js';

/** What 計画ポイント合計 can be; nothing where a part of it is not known. */
export function plannedSums(course: GuidanceFacts, checkupDate: CalendarDate | null): readonly number[] {
  const outcome = course.valueOf(codes.plannedOutcomePoints);
  const process = course.valueOf(codes.plannedProcessPoints);
  if ((!hasGoals(course) && outcome === null) || (!hasCounts(course) && process === null)) return [];
  return sumsOf(
    earlyPointsOf(course, checkupDate),
    known(outcome, outcomePointsOf(course, 'plan')),
    known(process, [processPointsOf(course, 'planned')]),
  );
}

export function hasGoals(course: GuidanceFacts): boolean {
  return Object.values(goalItems).some(({ plan }) => course.codeOf(plan) !== '');
}

export function hasCounts(course: GuidanceFacts): boolean {
  return supportForms.some(({ planned }) => course.numberOf(planned.count) !== null);
}

/** The one goal whose plan both its evaluation and the planned points contradict: with the other code they fit; or null. */
export function misplannedGoal(course: GuidanceFacts): GuidanceItem | null {
  const [contradicted, ...others] = contradictedGoals(course);
  const recorded = course.numberOf(codes.plannedOutcomePoints);
  if (contradicted === undefined || others.length > 0 || recorded === null) return null;
  const goal = Object.values(goalItems).find(({ evaluation }) => evaluation === contradicted.item.code);
  const item = goal === undefined ? null : course.valueOf(goal.plan);
  if (item === null) return null;
  const points = habitPointsOf(item.code) * (contradicted.planned === '0' ? 1 : -1);
  const sums = outcomePointsOf(course, 'plan');
  return !sums.includes(recorded) && sums.some((sum) => sum + points === recorded) ? item : null;
}
