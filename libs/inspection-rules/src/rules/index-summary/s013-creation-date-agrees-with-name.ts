import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** S013: 作成年月日が名前の日付と異なります。 */
export const s013: RuleOf<'index'> = {
  id: 'S013',
  level: 3,
  severity: 'warning',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('作成年月日が名前の日付と異なります', 'The creation date differs from the name'),
  message: text(
    '作成年月日が「{value}」です（名前では {expected}）。',
    'The creation date is "{value}"; the name says {expected}.',
  ),
  remedy: text('作成年月日を確認してください。', 'Check the creation date.'),
  check(index, _facts, report) {
    const date = index.index?.creationDate ?? null;
    if (date === null || index.rootName === null || parseCalendarDate(date.value) === null) return;
    if (date.value !== index.rootName.date) {
      report(date.at, { value: date.value, expected: index.rootName.date });
    }
  },
};
