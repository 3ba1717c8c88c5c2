import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { completedSums } from './completed-sums.js';
import { COMPLETION_POINTS } from './point-table.js';
import { type RuleOf, text } from '../../rule.js';

/** G026: 実施ポイントが180未満です。 */
export const g026: RuleOf<'guidance'> = {
  id: 'G026',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: '標準的なプログラム (180ポイント)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実施ポイントが180未満です', 'The points reached are below 180'),
  message: text(
    '実施ポイント合計が「{value}」です（{expected}以上で完了）。',
    'The points reached are "{value}"; {expected} complete the support.',
  ),
  remedy: text(
    '180ポイント未満です。保険者へ確認します。',
    'The insurer is asked; claim 途中終了 when the support was not completed.',
  ),
  check(_guidance, { guidanceFacts: course, checkupDate }, report) {
    if (course === null || course.reportCode !== '22' || !course.isActive) return;
    const item = course.valueOf(guidanceItemCodes.completedPoints);
    const points = course.numberOf(guidanceItemCodes.completedPoints);
    if (item === null || points === null || points >= COMPLETION_POINTS) return;
    // A total that is wrong is G025's.
    const { sums } = completedSums(course, checkupDate);
    const isWrong = course.evaluation !== null && sums.length > 0 && !sums.includes(points);
    if (isWrong && sums.every((sum) => sum >= COMPLETION_POINTS)) return;
    report(placeOf(item), { item: item.code, value: item.value, expected: COMPLETION_POINTS });
  },
};
