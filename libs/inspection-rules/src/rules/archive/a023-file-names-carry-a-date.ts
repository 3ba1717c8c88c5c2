import { parseCalendarDate } from '@daiko/exchange-format';
import { firstRecord } from './first-record.js';
import { type RuleOf, text } from '../../rule.js';

const noDate = text('日付でない', 'no date');
const after = (sent: string) => text(`提出日 ${sent} より後の`, `a date after the submission of ${sent}`);

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
    '{count} file names carry {detail} where the date of making belongs (for example {value}).',
  ),
  remedy: text('作成年月日部分を確認してください。', 'Check the date in the file names.'),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const first = firstRecord(
      archive.directory,
      (digits) => parseCalendarDate(digits.slice(10, 18)) === null,
    );
    const sent = archive.rootName?.date ?? '99999999';
    const late = first ?? firstRecord(archive.directory, (digits) => digits.slice(10, 18) > sent);
    if (late === null) return;
    const { path, count } = late;
    const detail = first === null ? after(sent) : noDate;
    report({ file: path }, { value: late.digits.slice(10, 18), values: { count, detail } });
  },
};
