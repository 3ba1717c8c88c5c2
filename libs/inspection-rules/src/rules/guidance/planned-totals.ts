import type { Severity } from '@daiko/contracts';
import type { GuidanceAct, GuidanceReport } from '@daiko/exchange-format';
import { actsOf, type GuidanceFacts, guidanceSections } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { type Report, text } from '../../rule.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { isMiscoded } from './miscoded-items.js';
import { missingCounts, processPointsOf, supportForms } from './point-table.js';

/** 積極的支援, which alone plans points. */
export const activeLevel = text('積極的支援', '積極的支援');

/** First act of a section that is planned, or null. */
export function plannedIn(guidance: GuidanceReport, section: string): GuidanceAct | null {
  return actsOf(guidance).find(({ mood, sectionCode }) => mood === 'INT' && sectionCode === section) ?? null;
}

/** Whether planned counts are missing without which the planned points of the supports do not come out. */
export function isPlannedCountNeeded(course: GuidanceFacts): boolean {
  const process = course.numberOf(codes.plannedProcessPoints);
  return (
    process !== null &&
    process > processPointsOf(course, 'planned') &&
    (missingCounts(course, 'planned').length > 0 || hasUnreadCount(course))
  );
}

/** Whether a planned count is there without a number: of another type (G057), or not known. */
function hasUnreadCount(course: GuidanceFacts): boolean {
  return supportForms.some(
    ({ planned: { count } }) => course.itemOf(count) !== null && course.numberOf(count) === null,
  );
}

/**
 * What is missing of the planned totals of 積極的支援: the totals themselves in the first claim, where they are a condition,
 * and at 途中終了, whose amount is reckoned by them; counts and minutes only where points do not come out without them.
 */
export function reportPlannedTotals(guidance: GuidanceReport, course: GuidanceFacts, report: Report): void {
  const { reportCode, sections } = course;
  const section = sections.get(guidanceSections.totals);
  // Of later reports without any totals G002 speaks.
  if (section === undefined && reportCode !== '21') return;
  const act = plannedIn(guidance, guidanceSections.totals);
  const at = act?.at ?? section ?? sections.get(guidanceSections.interview) ?? guidance.at;
  const isMissing = (code: string) =>
    course.itemOf(code) === null && !isMiscoded(code, guidanceSections.totals, guidance);
  if (isMissing(codes.plannedPoints)) {
    const severity: Severity = reportCode === '22' ? 'warning' : 'return';
    const values = { level: activeLevel, part: text('計画上の集計', 'the planned total') };
    report(at, {
      item: codes.plannedPoints,
      expected: `${guidanceSections.totals} ${codes.plannedPoints}`,
      values,
      severity,
    });
  }
  if (act === null || course.itemOf(codes.plannedPoints) === null) return;
  if (isMissing(codes.plannedProcessPoints)) {
    const values = { level: activeLevel, part: guidanceItemName(codes.plannedProcessPoints) };
    const severity: Severity = reportCode === '21' ? 'return' : 'warning';
    report(at, { item: codes.plannedProcessPoints, expected: guidanceSections.totals, values, severity });
  }
  const missing = missingCounts(course, 'planned').filter(isMissing);
  if (missing.length === 0) return;
  const isNeeded = isPlannedCountNeeded(course);
  const values = { level: activeLevel, part: text('計画上の集計の回数・時間', 'a planned count or time') };
  report(at, { expected: missing.join(', '), values, severity: isNeeded ? 'return' : 'warning' });
}
