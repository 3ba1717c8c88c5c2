import { CLAIMS_FOLDER } from '@daiko/exchange-format';
import { misplacedIn } from './misplaced-files.js';
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
  message: text(
    'CLAIMSフォルダに決済ファイルがないのに集計情報ファイルがあります{hint}。',
    'There is a summary file, but no claim in the folder CLAIMS{hint}.',
  ),
  remedy: text(
    '決済情報を入れるか、集計情報ファイルを除いてください。',
    'Add the claims or remove the summary file.',
  ),
  check(archive, _facts, report) {
    const { directory } = archive;
    if (directory === null || directory.facts.summary === null) return;
    const { claimsXmlCount, dataXmlCount, summary } = directory.facts;
    // Without results too there is nothing at all, which A018 says.
    if (claimsXmlCount > 0 || dataXmlCount === 0) return;
    report({ file: summary.path }, { values: { hint: misplacedIn(directory, CLAIMS_FOLDER) } });
  },
};
