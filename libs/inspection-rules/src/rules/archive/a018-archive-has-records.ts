import { CLAIMS_FOLDER, DATA_FOLDER } from '@daiko/exchange-format';
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
  message: text('フォルダ {value} にXMLファイルがありません。', 'The folder {value} has no XML file.'),
  remedy: text('結果ファイルと決済ファイルを入れてください。', 'Add results and claims.'),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const { dataXmlCount, claimsXmlCount } = archive.directory.facts;
    const root = archive.directory.rootFolder;
    if (dataXmlCount === 0) report({ file: `${root}/${DATA_FOLDER}/` }, { value: DATA_FOLDER });
    if (claimsXmlCount === 0) report({ file: `${root}/${CLAIMS_FOLDER}/` }, { value: CLAIMS_FOLDER });
  },
};
