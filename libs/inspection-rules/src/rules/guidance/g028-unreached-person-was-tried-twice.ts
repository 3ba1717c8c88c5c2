import { placeOf } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes } from '../../item-codes.js';
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
  title: text(
    '実績評価ができない場合の確認回数が合いません',
    'The attempts to evaluate do not fit the record',
  ),
  message: text(
    '実績評価ができない場合の確認回数が「{value}」です（{detail}）。',
    'The attempts to reach the person are "{value}"; {detail}.',
  ),
  remedy: text('確認の回数・方法を記録してください。', 'Record every attempt and how it was made.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || course.reportCode !== '22') return;
    const item = course.valueOf(guidanceItemCodes.evaluationAttempts);
    if (item === null || item.number === null || item.number <= 0) return;
    const details = { item: item.code, value: item.value };
    const reached = Object.values(goalItems).find(({ evaluation }) =>
      /^[12]$/.test(course.codeOf(evaluation)),
    );
    if (reached !== undefined) {
      const detail = text(
        `評価ができなかったはずですが、項目${reached.evaluation}が達成です`,
        `yet item ${reached.evaluation} says that a goal was reached`,
      );
      return report(placeOf(item), { ...details, values: { detail } });
    }
    if (item.number >= ATTEMPTS_MIN) return;
    const detail = text(`${ATTEMPTS_MIN}回以上`, `${ATTEMPTS_MIN} are the least`);
    report(placeOf(item), { ...details, expected: ATTEMPTS_MIN, values: { detail } });
  },
};
