import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** S012: 作成年月日が正しくありません。 */
export const s012: RuleOf<'index'> = {
  id: 'S012',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('作成年月日が正しくありません', 'The creation date is not possible'),
  message: text(
    '作成年月日「{value}」が暦にない日付か、受付日（{expected}）より後です。',
    'The creation date "{value}" is no day of the calendar or after receipt ({expected}).',
  ),
  remedy: text('作成年月日を確認してください。', 'Check the creation date.'),
  check(index, facts, report) {
    if (index.index === null) return;
    const date = index.index.creationDate;
    const read = parseCalendarDate(date?.value ?? '');
    if (read !== null && read <= facts.date) return;
    report(date?.at ?? index.index.at, { value: date?.value ?? null, expected: facts.date });
  },
};
