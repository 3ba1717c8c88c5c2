import { reportTotal } from './report-total.js';
import { type RuleOf, text } from '../../rule.js';

/** S004: 窓口負担の総計が一致しません。 */
export const s004: RuleOf<'index'> = {
  id: 'S004',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['su'],
  title: text('窓口負担の総計が一致しません', 'The total of copayments does not agree'),
  message: text(
    '窓口負担の総計が「{value}」です（決済情報の合計 {expected}）{more}{proof}。',
    'The total of copayments is "{value}"; the claims add up to {expected}{more}{proof}.',
  ),
  remedy: text('集計情報の総計を計算し直してください。', 'Add up the claims again.'),
  check(index, _facts, report) {
    reportTotal('S004', index, report);
  },
};
