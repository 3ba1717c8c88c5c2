import { guidanceItemCodes as codes } from '../../item-codes.js';
import { completedSums } from './completed-sums.js';
import { areOutcomesCoded } from './point-table.js';
import { reportPoints } from './report-points.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  outcome: text('アウトカム合計ポイント', 'The points of the outcomes'),
  process: text('プロセス合計ポイント', 'The points of the supports'),
  total: text('実施ポイント合計', 'The total of points reached'),
};

/** Points of the supports by the counts of the totals, or by the points recorded with each. */
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
  check(_guidance, { guidanceFacts: course, checkupDate }, report) {
    if (course === null) return;
    const { outcome, process, outcomes, processes, sums } = completedSums(course, checkupDate);
    reportPoints(outcome, areOutcomesCoded(course) ? outcomes : [], parts.outcome, report);
    reportPoints(process, processes, parts.process, report);
    const total = course.valueOf(codes.completedPoints);
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
