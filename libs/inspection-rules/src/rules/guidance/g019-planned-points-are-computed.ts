import type { GuidanceItem } from '@daiko/exchange-format';
import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { hasCounts, hasGoals, misplannedGoal, plannedSums } from './planned-sums.js';
import { isPlannedCountNeeded } from './planned-totals.js';
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
  check(_guidance, { guidanceFacts: course, checkupDate }, report) {
    // A planned change whose code its table does not know is C010's.
    if (course === null || !areCodesKnown(course, 'plan')) return;
    const outcome = course.valueOf(codes.plannedOutcomePoints);
    const process = course.valueOf(codes.plannedProcessPoints);
    const misplanned = misplannedGoal(course);
    if (misplanned !== null) return reportGoal(misplanned, report);
    const outcomes = hasGoals(course) ? outcomePointsOf(course, 'plan') : [];
    reportPoints(outcome, outcomes, parts.outcome, report);
    // A count that is missing is G003's.
    const isCountable = hasCounts(course) && !isPlannedCountNeeded(course);
    const processes = isCountable ? [processPointsOf(course, 'planned')] : [];
    reportPoints(process, processes, parts.process, report);
    reportPoints(course.valueOf(codes.plannedPoints), plannedSums(course, checkupDate), parts.total, report);
  },
};

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
