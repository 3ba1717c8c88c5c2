import type { GuidanceReport } from '@daiko/exchange-format';
import { type GuidanceFacts, guidanceSections, placeOf } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { isMistyped } from './guidance-item-table.js';
import { isMiscoded } from './miscoded-items.js';
import { activeLevel, plannedIn, reportPlannedTotals } from './planned-totals.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Items a plan of 積極的支援 has. */
const planned: readonly string[] = [
  codes.supportWeeks,
  ...Object.values(goalItems).map(({ plan }) => plan),
  codes.plannedOutcomePoints,
];

/** Goals of every level. */
const goals: readonly string[] = [
  codes.targetWaist,
  codes.targetWeight,
  codes.targetEnergy,
  codes.targetExercise,
  codes.targetFood,
];
const levels = {
  active: activeLevel,
  motivational: text('動機付け支援（相当）', '動機付け支援'),
};

/** What is missing of the plan of a first claim. */
function reportPlan(guidance: GuidanceReport, course: GuidanceFacts, report: Report): void {
  const section = course.sections.get(guidanceSections.interview);
  if (section === undefined) return;
  const isMissing = (code: string) =>
    course.itemOf(code) === null && !isMiscoded(code, guidanceSections.interview, guidance);
  reportUnmeasured(course, report);
  const at = plannedIn(guidance, guidanceSections.interview)?.at ?? section;
  const level = course.isActive ? levels.active : levels.motivational;
  const missing = course.isActive ? planned.filter(isMissing) : [];
  if (course.isActive && missing.length === planned.length) {
    const areTotalsMissing = course.itemOf(codes.plannedPoints) === null;
    const part = areTotalsMissing
      ? text('保健指導計画と計画上の集計', 'the plan with its totals')
      : text('保健指導計画', 'the plan');
    return report(section, { expected: guidanceSections.interview, values: { level, part } });
  }
  const without = goals.filter(isMissing);
  if (without.length > 0) {
    const values = { level, part: text('目標（保健指導計画）', 'a goal of the plan') };
    report(at, { expected: without.join(', '), values, severity: 'warning' });
  }
  for (const code of missing) {
    // The weeks earn no points.
    const severity = code === codes.supportWeeks ? 'warning' : 'return';
    const expected = guidanceSections.interview;
    report(at, { item: code, expected, values: { level, part: guidanceItemName(code) }, severity });
  }
}

/** A goal of 積極的支援 is set or not; that it could not be measured says nothing. */
function reportUnmeasured(course: GuidanceFacts, report: Report): void {
  for (const code of course.isActive ? planned : []) {
    const item = course.itemOf(code);
    if (item?.state !== 'UNMEAS' || isMistyped(item)) continue;
    const { ja, en } = guidanceItemName(code);
    const part = text(`${ja}の値`, `the value of ${en}`);
    const values = { level: levels.active, part };
    report(placeOf(item), {
      item: code,
      value: 'NI',
      expected: guidanceSections.interview,
      values,
      severity: 'warning',
    });
  }
}

/** G003: 保健指導計画・計画上の集計がありません。 */
export const g003: RuleOf<'guidance'> = {
  id: 'G003',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'kenshin-soft FAQ 7',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導計画・計画上の集計がありません', 'The plan, its goals or its totals are missing'),
  message: text('{level}の{part}がありません（{expected}）。', 'For {level} {part} is missing ({expected}).'),
  remedy: text(
    '保健指導計画・計画上の集計を記録してください。',
    'Record the plan and the planned totals with the first claim.',
  ),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null || !/^[123]$/.test(course.level)) return;
    if (course.reportCode === '21') reportPlan(guidance, course, report);
    if (!course.isActive || !/^2[123]$/.test(course.reportCode)) return;
    // Without any plan the totals are said with it.
    const isUnplanned = planned.every((code) => course.itemOf(code) === null);
    const isSaid =
      course.reportCode === '21' && isUnplanned && course.sections.has(guidanceSections.interview);
    if (isSaid && course.itemOf(codes.plannedPoints) === null) return;
    reportPlannedTotals(guidance, course, report);
  },
};
