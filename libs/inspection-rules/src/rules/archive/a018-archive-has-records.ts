import { CLAIMS_FOLDER, DATA_FOLDER } from '@daiko/exchange-format';
import { misplacedIn } from './misplaced-files.js';
import { type RuleOf, text } from '../../rule.js';

/** A018: 結果ファイル・決済ファイルが0件です。 */
export const a018: RuleOf<'archive'> = {
  id: 'A018',
  level: 2,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '協会けんぽ 0次チェック',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('結果ファイル・決済ファイルが0件です', 'There are no results or no claims'),
  message: text('フォルダ {value} に{what}がありません{hint}。', 'There are no {what} in {value}{hint}.'),
  remedy: text('結果ファイルと決済ファイルを入れてください。', 'Add results and claims.'),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const { directory } = archive;
    const { dataXmlCount, claimsXmlCount, summary } = directory.facts;
    // Only the claims are missing although they are summed up: A017.
    if (dataXmlCount > 0 && (claimsXmlCount > 0 || summary !== null)) return;
    const isAll = dataXmlCount === 0 && claimsXmlCount === 0;
    const folder = dataXmlCount === 0 ? DATA_FOLDER : CLAIMS_FOLDER;
    report(
      { file: `${directory.rootFolder}/${folder}/` },
      {
        value: isAll ? `${DATA_FOLDER}, ${CLAIMS_FOLDER}` : folder,
        values: {
          what: isAll ? resultsAndClaims : folder === DATA_FOLDER ? results : claims,
          hint: misplacedIn(directory, folder),
        },
      },
    );
  },
};

const results = text('結果のXMLファイル', 'results');
const claims = text('決済のXMLファイル', 'claims');
const resultsAndClaims = text('結果・決済のXMLファイル', 'results and claims');
