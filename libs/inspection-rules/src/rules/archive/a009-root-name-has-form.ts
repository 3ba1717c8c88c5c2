import { type RuleOf, text } from '../../rule.js';

/** A009: ファイル名の形式が違います。 */
export const a009: RuleOf<'archive'> = {
  id: 'A009',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4; 協会けんぽ 0次チェック',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の形式が違います', 'The name has not the required form'),
  message: text(
    '名前「{value}」が「{expected}」の形式ではありません。',
    'The name "{value}" has not the form "{expected}".',
  ),
  remedy: text('ファイル名の形式を確認してください。', 'Name the archive as the standard says.'),
  check(archive, _facts, report) {
    if (archive.rootNameReason === 'form') {
      report(null, { value: archive.namedBy, expected: '<sender>_<receiver>_<YYYYMMDD><N>_<X>' });
    }
  },
};
