import { reportTotal } from './report-total.js';
import { type RuleOf, text } from '../../rule.js';

/** S003: 単価（保健指導は算定金額）の総計が一致しません。 */
export const s003: RuleOf<'index'> = {
  id: 'S003',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['su'],
  title: text('単価（保健指導は算定金額）の総計が一致しません', 'The total of prices does not agree'),
  message: text(
    '単価（保健指導は算定金額）の総計が「{value}」です（決済情報の合計 {expected}）{more}{proof}。',
    'The total of prices is "{value}"; the claims add up to {expected}{more}{proof}.',
  ),
  remedy: text('集計情報の総計を計算し直してください。', 'Add up the claims again.'),
  check(index, _facts, report) {
    reportTotal('S003', index, report);
  },
};
