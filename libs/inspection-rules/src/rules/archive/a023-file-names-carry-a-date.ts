import { type CalendarDate, parseCalendarDate } from '@daiko/exchange-format';
import { firstRecord } from './first-record.js';
import { type RuleOf, text } from '../../rule.js';

/** A023: ファイル名の作成年月日が日付ではありません。 */
export const a023: RuleOf<'archive'> = {
  id: 'A023',
  level: 2,
  severity: 'warning',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の作成年月日が日付ではありません', 'File names carry no date'),
  message: text(
    'ファイル名の作成年月日部分が{detail}ファイルが{count}件あります（例 {value}）。',
    '{count} file names carry {detail} where the day they were made belongs (for example {value}).',
  ),
  remedy: text('作成年月日部分を確認してください。', 'Check the date in the file names.'),
  check(archive, { date }, report) {
    if (archive.directory === null) return;
    for (const [isWrong, detail] of [
      [(day: CalendarDate | null) => day === null, noDate],
      [(day: CalendarDate | null) => day !== null && day > date, inTheFuture],
    ] as const) {
      const first = firstRecord(archive.directory, (digits) =>
        isWrong(parseCalendarDate(digits.slice(10, 18))),
      );
      if (first === null) continue;
      const value = first.digits.slice(10, 18);
      report({ file: first.path }, { value, values: { count: first.count, detail } });
    }
  },
};

const noDate = text('日付でない', 'no date');
const inTheFuture = text('受付日より後の', 'a date after the day of receipt');
