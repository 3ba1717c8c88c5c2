import { SUMMARY_FILE } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** A016: 集計情報ファイルがありません。 */
export const a016: RuleOf<'archive'> = {
  id: 'A016',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('集計情報ファイルがありません', 'The summary file is missing'),
  message: text(
    '集計情報ファイル「{expected}」がありません（大文字・小文字も同じにします）。',
    'The summary file "{expected}" is missing (letter case counts).',
  ),
  remedy: text('集計情報ファイルを入れてください。', 'Add the summary file.'),
  check(archive, _facts, report) {
    const { directory } = archive;
    if (directory !== null && directory.facts.summary === null) {
      report({ file: `${directory.rootFolder}/` }, { expected: SUMMARY_FILE });
    }
  },
};
