import { INDEX_FILE } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** A015: 交換用基本情報ファイルがありません。 */
export const a015: RuleOf<'archive'> = {
  id: 'A015',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '協会けんぽ 0次チェック',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('交換用基本情報ファイルがありません', 'The index file is missing'),
  message: text(
    '交換用基本情報ファイル「{expected}」がありません（大文字・小文字も同じにします）。',
    'The index file "{expected}" is missing (letter case counts).',
  ),
  remedy: text('交換用基本情報ファイルを入れてください。', 'Add the index file.'),
  check(archive, _facts, report) {
    if (archive.directory !== null && archive.directory.facts.index === null) {
      report({ file: `${archive.directory.rootFolder}/` }, { expected: INDEX_FILE });
    }
  },
};
