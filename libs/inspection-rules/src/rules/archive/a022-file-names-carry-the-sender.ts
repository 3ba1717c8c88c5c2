import { firstRecord } from './first-record.js';
import { type RuleOf, text } from '../../rule.js';

/** A022: ファイル名の機関番号が提出元と異なります。 */
export const a022: RuleOf<'archive'> = {
  id: 'A022',
  level: 2,
  severity: 'warning',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の機関番号が提出元と異なります', 'File names carry another institution'),
  message: text(
    'ファイル名の機関番号が提出元番号（{expected}）と異なるファイルが{count}件あります（例 {value}）。',
    '{count} file names carry another institution than the sender {expected} (for example {value}).',
  ),
  remedy: text('機関番号を確認してください。', 'Check the institution in the file names.'),
  check(archive, _facts, report) {
    const { directory, rootName, context } = archive;
    if (directory === null || rootName === null || rootName.sender.length !== 10) return;
    const allowed = new Set([rootName.sender, ...(context.mayActFor ?? [])]);
    const first = firstRecord(directory, (digits) => !allowed.has(digits.slice(0, 10)));
    if (first === null) return;
    const ownOnly = context.senderNumber !== undefined && (context.mayActFor ?? []).length === 0;
    report(
      { file: first.path },
      {
        value: first.digits.slice(0, 10),
        expected: rootName.sender,
        values: { count: first.count },
        severity: ownOnly ? 'refuse' : 'warning',
      },
    );
  },
};
