import { type RuleOf, text } from '../../rule.js';

/** A021: ファイル名の桁数が違います。 */
export const a021: RuleOf<'archive'> = {
  id: 'A021',
  level: 2,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の桁数が違います', 'A file name has not the required form'),
  message: text(
    'ファイル名が h・c・g・p と26桁の数字の形式でないか、フォルダが違います。',
    'A file name is not h, c, g or p with 26 digits, or it stands in the wrong folder.',
  ),
  remedy: text('ファイル名の桁数を確認してください。', 'Check the names of the files.'),
  check(archive, _facts, report) {
    for (const { path } of archive.directory?.facts.wrongNames.first ?? []) report({ file: path });
  },
};
