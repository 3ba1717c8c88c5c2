import type { Bilingual } from '@daiko/contracts';
import { guidanceSections } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { completedSums } from './completed-sums.js';
import { areGoalsContradicted } from './contradicted-goals.js';
import { isMiscoded } from './miscoded-items.js';
import { areOutcomesCoded } from './point-table.js';
import { computedAs, reportPoints } from './report-points.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  outcome: text('アウトカム合計ポイント', 'The sum of points of the outcomes'),
  process: text('プロセス合計ポイント', 'The sum of points of the supports'),
  total: text('実施ポイント合計', 'The total of points reached'),
};

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
  message: text('{part}が「{value}」です（{computed}）。', '{part} is "{value}"; {computed}.'),
  remedy: text('実施ポイントの計算を確認してください。', 'Compute the points reached again.'),
  check(guidance, { guidanceFacts: course, checkupDate }, report) {
    if (course === null) return;
    const computed = completedSums(course, checkupDate);
    const { outcome, process, outcomes, processes } = computed;
    // Without the evaluation (G002) nobody knows the whole.
    const sums = course.reportCode === '22' && course.evaluation === null ? [] : computed.sums;
    // An outcome that its goal contradicts is G034's.
    const isOutcomeKnown = areOutcomesCoded(course) && !areGoalsContradicted(course);
    reportPoints(outcome, isOutcomeKnown ? outcomes : [], parts.outcome, report);
    reportPoints(process, processes, parts.process, report);
    const total = course.valueOf(codes.completedPoints);
    const isAsked = /^2[23]$/.test(course.reportCode) && course.isActive && course.doneTotals !== null;
    const missing: [string, Bilingual, number | undefined][] = [];
    if (process === null) missing.push([codes.processPoints, parts.process, processes[0]]);
    if (total === null) missing.push([codes.completedPoints, parts.total, sums[0]]);
    for (const [item, part, expected] of isAsked ? missing : []) {
      if (isMiscoded(item, guidanceSections.totals, guidance)) continue;
      const details = {
        item,
        value: '',
        expected: expected ?? null,
        values: { part, computed: computedAs(expected) },
      };
      report(course.doneTotals!.at, { ...details, returnReason: '02' });
    }
    reportPoints(total, sums, parts.total, report);
  },
};
