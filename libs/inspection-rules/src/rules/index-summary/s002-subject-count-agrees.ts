import { reportSubjectCount } from './report-total.js';
import { type RuleOf, text } from '../../rule.js';

/** S002: 受診者総数が一致しません。 */
export const s002: RuleOf<'index'> = {
  id: 'S002',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['su'],
  title: text('受診者総数が一致しません', 'The number of persons does not agree'),
  message: text(
    '受診者・利用者の総数が「{value}」です（決済ファイル {expected}件）{proof}。',
    'The number of persons is given as "{value}"; there are {expected} claims{proof}.',
  ),
  remedy: text(
    '総数を確認し、総計も計算し直してください。別の送付分の集計情報でないか確認してください。',
    'Count the claim files and add up the claims again; perhaps the summary is of another archive.',
  ),
  check(index, _facts, report) {
    reportSubjectCount(index, report);
  },
};
