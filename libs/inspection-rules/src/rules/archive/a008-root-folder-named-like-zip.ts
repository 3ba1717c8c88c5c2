import { type RuleOf, text } from '../../rule.js';

/** A008: フォルダ名とZIP名が一致しません。 */
export const a008: RuleOf<'archive'> = {
  id: 'A008',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('フォルダ名とZIP名が一致しません', 'Root folder and ZIP have different names'),
  message: text(
    'ルートフォルダ名が「{value}」です（ZIP名は「{expected}」）。',
    'The root folder is named "{value}", the ZIP "{expected}".',
  ),
  remedy: text('フォルダ名とZIP名を一致させてください。', 'Give the root folder the name of the ZIP.'),
  check(archive, _facts, report) {
    const { directory, archiveName } = archive;
    if (directory !== null && directory.rootFolder !== archiveName) {
      report({ file: `${directory.rootFolder}/` }, { value: directory.rootFolder, expected: archiveName });
    }
  },
};
