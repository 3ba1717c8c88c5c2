import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import { itemIn } from '../../guidance-facts.js';
import type { GuidanceFacts } from '../../guidance-facts.js';
import {
  earlyPointsOf,
  outcomePointsOf,
  pointItemsOf,
  processPointsOf,
  supportForms,
} from './point-table.js';
import { known, reportPoints, sumsOf } from './report-points.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  outcome: text('アウトカム合計ポイント', 'The points of the outcomes'),
  process: text('プロセス合計ポイント', 'The points of the supports'),
  total: text('実施ポイント合計', 'The total of points reached'),
};

/** Points of the supports by the counts of the totals, or by the points recorded with each. */
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

/** G025: 実施ポイントの計算が違います。 */
export const g025: RuleOf<'guidance'> = {
  id: 'G025',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実施ポイントの計算が違います', 'The points reached are computed wrongly'),
  message: text(
    '{part}が「{value}」です（計算 {expected}）。',
    '{part} is "{value}"; computed are {expected}.',
  ),
  remedy: text('実施ポイントの計算を確認してください。', 'Compute the points reached again.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    const outcome = course.valueOf(codes.outcomePoints);
    const isEvaluated = Object.values(goalItems).some(({ evaluation }) => course.codeOf(evaluation) !== '');
    const outcomes = isEvaluated ? outcomePointsOf(course, 'evaluation') : [0];
    reportPoints(outcome, isEvaluated ? outcomes : [], parts.outcome, report);
    const process = course.valueOf(codes.processPoints);
    const processes = processSums(course);
    reportPoints(process, processes, parts.process, report);
    const total = course.valueOf(codes.completedPoints);
    const sums = sumsOf(earlyPointsOf(course), known(outcome, outcomes), known(process, processes));
    if (
      total === null &&
      /^2[23]$/.test(course.reportCode) &&
      course.isActive &&
      course.doneTotals !== null
    ) {
      const values = { part: parts.total };
      return report(course.doneTotals.at, {
        item: codes.completedPoints,
        value: '',
        expected: sums[0]!,
        values,
        returnReason: '02',
      });
    }
    reportPoints(total, sums, parts.total, report);
  },
};
