import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const ATTEMPTS_MIN = 2;

/** G028: 実績評価の確認回数が2回未満です。 */
export const g028: RuleOf<'guidance'> = {
  id: 'G028',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4; general knowledge of the field',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実績評価の確認回数が2回未満です', 'Fewer than two attempts to evaluate'),
  message: text(
    '実績評価ができない場合の確認回数が「{value}」です（{expected}回以上）。',
    'The attempts to reach the person are "{value}"; {expected} are the least.',
  ),
  remedy: text('確認の回数・方法を記録してください。', 'Record every attempt and how it was made.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || course.reportCode !== '22') return;
    const item = course.valueOf(guidanceItemCodes.evaluationAttempts);
    if (item === null || item.number === null || item.number <= 0 || item.number >= ATTEMPTS_MIN) return;
    report(placeOf(item), { item: item.code, value: item.value, expected: ATTEMPTS_MIN });
  },
};
