import { type RuleOf, text } from '../../rule.js';

/** A017: 決済情報がないのに集計情報があります。 */
export const a017: RuleOf<'archive'> = {
  id: 'A017',
  level: 2,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('決済情報がないのに集計情報があります', 'A summary without claims'),
  message: text('決済情報がないのに集計情報ファイルがあります。', 'There is a summary file but no claim.'),
  remedy: text(
    '決済情報を入れるか、集計情報ファイルを除いてください。',
    'Add the claims or remove the summary file.',
  ),
  check(archive, _facts, report) {
    const { directory } = archive;
    if (directory === null || directory.facts.summary === null) return;
    if (directory.facts.claimsXmlCount === 0) report({ file: directory.facts.summary.path });
  },
};
