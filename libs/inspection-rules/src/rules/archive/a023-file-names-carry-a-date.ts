import type { Bilingual } from '@daiko/contracts';
import { type CalendarDate, parseCalendarDate } from '@daiko/exchange-format';
import { firstRecord } from './first-record.js';
import { remembering } from '../../remembering.js';
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
    for (const detail of [noDate, inTheFuture]) {
      const first = firstRecord(
        archive.directory,
        (digits) => faultOf(digits.slice(10, 18), date) === detail,
      );
      if (first === null) continue;
      const value = first.digits.slice(10, 18);
      report({ file: first.path }, { value, values: { count: first.count, detail } });
    }
  },
};

const noDate = text('日付でない', 'no date');
const inTheFuture = text('受付日より後の', 'a date after the day of receipt');

function faultOf(written: string, today: CalendarDate): Bilingual | null {
  const day = dayOf(written);
  return day === null ? noDate : day > today ? inTheFuture : null;
}

/** Most files of an archive were made on one day. */
const dayOf = remembering((written) => parseCalendarDate(written));
