import { firstRecord } from './first-record.js';
import { type RuleOf, text } from '../../rule.js';

/** A024: ファイル名の送信回数・実施区分が異なります。 */
export const a024: RuleOf<'archive'> = {
  id: 'A024',
  level: 2,
  severity: 'info',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4 (未確認)',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の送信回数・実施区分が異なります', 'File names carry another sequence or kind'),
  message: text(
    'ファイル名の20・21桁目が送信回数・実施区分（{expected}）と異なるファイルが{count}件あります（例 {value}）。',
    '{count} file names carry other digits than {expected} for sequence and kind (for example {value}).',
  ),
  remedy: text('対応は不要です。', 'Nothing needs to be done.'),
  check(archive, _facts, report) {
    const { directory, rootName } = archive;
    // Who passes records on keeps the names that their institutions gave them.
    if (directory === null || rootName === null || rootName.sender.length !== 10) return;
    const expected = `${rootName.sequence}${rootName.kindCode}`;
    const first = firstRecord(directory, (digits) => digits.slice(18, 20) !== expected);
    if (first === null) return;
    const value = first.digits.slice(18, 20);
    report({ file: first.path }, { value, expected, values: { count: first.count } });
  },
};
