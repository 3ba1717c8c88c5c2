import { parseCalendarDate } from '@daiko/exchange-format';
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
    'ファイル名の作成年月日部分が日付でないファイルが{count}件あります（例 {value}）。',
    '{count} file names carry no date where one belongs (for example {value}).',
  ),
  remedy: text('作成年月日部分を確認してください。', 'Check the date in the file names.'),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const first = firstRecord(
      archive.directory,
      (digits) => parseCalendarDate(digits.slice(10, 18)) === null,
    );
    if (first === null) return;
    report({ file: first.path }, { value: first.digits.slice(10, 18), values: { count: first.count } });
  },
};
