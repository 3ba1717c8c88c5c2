import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import {
  areCodesKnown,
  earlyPointsOf,
  outcomePointsOf,
  processPointsOf,
  supportForms,
} from './point-table.js';
import { isPlannedCountNeeded } from './planned-totals.js';
import { known, reportPoints, sumsOf } from './report-points.js';
import { type RuleOf, text } from '../../rule.js';

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
    const hasGoals = Object.values(goalItems).some(({ plan }) => course.codeOf(plan) !== '');
    const hasCounts = supportForms.some(({ planned }) => course.numberOf(planned.count) !== null);
    const outcomes = outcomePointsOf(course, 'plan');
    const processes = [processPointsOf(course, 'planned')];
    reportPoints(outcome, hasGoals ? outcomes : [], parts.outcome, report);
    // A count that is missing is G003's.
    const isCountable = hasCounts && !isPlannedCountNeeded(course);
    reportPoints(process, isCountable ? processes : [], parts.process, report);
    const total = course.valueOf(codes.plannedPoints);
    // What the total is made of must be known in both parts.
    if ((!hasGoals && outcome === null) || (!hasCounts && process === null)) return;
    const sums = sumsOf(
      earlyPointsOf(course, checkupDate),
      known(outcome, outcomes),
      known(process, processes),
    );
    reportPoints(total, sums, parts.total, report);
  },
};
