import { type RuleOf, text } from '../../rule.js';

/** A019: 対になるファイルがありません。 */
export const a019: RuleOf<'archive'> = {
  id: 'A019',
  level: 2,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '協会けんぽ 0次チェック',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('対になるファイルがありません', 'A file has no twin'),
  message: text(
    '同じ26桁を持つ対のファイルがありません。',
    'No file with the same 26 digits stands on the other side.',
  ),
  remedy: text(
    '結果ファイルと決済ファイルを対にしてください。',
    'Give every result its claim and every claim its result.',
  ),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const { dataXmlCount, claimsXmlCount, unpairedResults, unpairedClaims } = archive.directory.facts;
    if (dataXmlCount === 0 || claimsXmlCount === 0) return;
    for (const path of [...unpairedResults.first, ...unpairedClaims.first]) report({ file: path });
  },
};
