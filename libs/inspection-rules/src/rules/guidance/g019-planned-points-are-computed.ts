import type { GuidanceItem, GuidanceReport } from '@daiko/exchange-format';
import { type GuidanceFacts, guidanceSections, placeOf, possibleNumber } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import { isMiscoded } from './miscoded-items.js';
import { hasCounts, hasGoals, misplannedGoal, plannedSums } from './planned-sums.js';
import { isPlannedCountNeeded, plannedIn } from './planned-totals.js';
import { areCodesKnown, outcomePointsOf, processPointsOf } from './point-table.js';
import { reportPoints } from './report-points.js';
import { type Report, type RuleOf, text } from '../../rule.js';
import { guidanceItemName } from '../value/guidance-item-names.js';

const parts = {
  outcome: text('計画ポイント（アウトカム合計）', 'The sum of points of the planned outcomes'),
  process: text('計画の継続支援ポイント', 'The sum of points of the planned supports'),
  total: text('計画ポイント合計', 'The total of planned points'),
};

/** G019: 計画ポイントの計算が違います。 */
export const g019: RuleOf<'guidance'> = {
  id: 'G019',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('計画ポイントの計算が違います', 'The planned points are computed wrongly'),
  message: text('{part}が「{value}」です（{computed}）。', '{part} is "{value}"; {computed}.'),
  remedy: text('計画ポイントの計算を確認してください。', 'Compute the points of the plan again.'),
  check(guidance, { guidanceFacts: course, checkupDate }, report) {
    // A planned change whose code its table does not know is C010's.
    if (course === null || !areCodesKnown(course, 'plan')) return;
    const outcome = course.valueOf(codes.plannedOutcomePoints);
    const process = course.valueOf(codes.plannedProcessPoints);
    const misplanned = misplannedGoal(course);
    if (misplanned !== null) return reportGoal(misplanned, report);
    const unset = unsetGoals(course);
    const isLacking = unset.length > 0 && isAbove(outcome, outcomePointsOf(course, 'plan'));
    if (isLacking) reportUnset(guidance, course, unset, report);
    const outcomes = hasGoals(course) && !isLacking ? outcomePointsOf(course, 'plan') : [];
    reportPoints(outcome, outcomes, parts.outcome, report);
    // A count that is missing is G003's.
    const isCountable = hasCounts(course) && !isPlannedCountNeeded(course);
    const processes = isCountable ? [processPointsOf(course, 'planned')] : [];
    reportPoints(process, processes, parts.process, report);
    reportPoints(course.valueOf(codes.plannedPoints), plannedSums(course, checkupDate), parts.total, report);
  },
};

/** Items of goals whose plan has no code. */
function unsetGoals(course: GuidanceFacts): readonly string[] {
  return Object.values(goalItems)
    .map(({ plan }) => plan)
    .filter((plan) => course.codeOf(plan) === '');
}

function isAbove(item: GuidanceItem | null, sums: readonly number[]): boolean {
  const number = possibleNumber(item?.number ?? null);
  return number !== null && sums.every((sum) => number > sum);
}

/** A goal that the planned points count is not there: in later reports, for in the first G003 says it. */
function reportUnset(
  guidance: GuidanceReport,
  course: GuidanceFacts,
  unset: readonly string[],
  report: Report,
): void {
  const [code, ...others] = unset;
  const section = course.sections.get(guidanceSections.interview);
  if (code === undefined || others.length > 0 || section === undefined || course.reportCode === '21') return;
  if (isMiscoded(code, guidanceSections.interview, guidance)) return;
  const computed = text('計画ポイントに含まれています', 'the points of the plan count it');
  const at = course.itemOf(code)?.at ?? plannedIn(guidance, guidanceSections.interview)?.at ?? section;
  report(at, { item: code, value: '', values: { part: guidanceItemName(code), computed } });
}

/** The plan of one goal does not fit what was evaluated and counted: said where it stands. */
function reportGoal(item: GuidanceItem, report: Report): void {
  const expected = item.valueCode === '0' ? '1' : '0';
  const computed = text(
    `計画ポイントと実績評価からは ${expected}`,
    `points of the plan and evaluation call for ${expected}`,
  );
  const values = { part: guidanceItemName(item.code), computed };
  report(placeOf(item), { item: item.code, value: item.valueCode, expected, values });
}
