import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { plannedSums } from './planned-sums.js';
import { COMPLETION_POINTS } from './point-table.js';
import { type RuleOf, text } from '../../rule.js';

/** G018: 計画のポイントが180に足りません。 */
export const g018: RuleOf<'guidance'> = {
  id: 'G018',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: '標準的なプログラム (180ポイント)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('計画のポイントが180に足りません', 'The plan does not reach 180 points'),
  message: text(
    '計画ポイント合計が「{value}」です（{expected}以上）。',
    'The planned points are "{value}"; {expected} are needed.',
  ),
  remedy: text(
    '計画のポイントが180に足りません。計画を確認してください。',
    'Plan supports or outcomes for 180 points or more.',
  ),
  check(_guidance, { guidanceFacts: course, checkupDate }, report) {
    if (course === null || !course.isActive) return;
    const item = course.valueOf(guidanceItemCodes.plannedPoints);
    const points = course.numberOf(guidanceItemCodes.plannedPoints);
    if (item === null || points === null || points >= COMPLETION_POINTS) return;
    // A total that is wrong is G019's.
    const sums = plannedSums(course, checkupDate);
    if (sums.length > 0 && sums.every((sum) => sum >= COMPLETION_POINTS)) return;
    report(placeOf(item), { item: item.code, value: item.value, expected: COMPLETION_POINTS });
  },
};
