import { countsPersonsOnly } from './counts-persons-only.js';
import { type RuleOf, text } from '../../rule.js';

/** S014: 総ファイル数に決済ファイルが含まれていません。 */
export const s014: RuleOf<'index'> = {
  id: 'S014',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('総ファイル数に決済ファイルが含まれていません', 'The number of files leaves the claims out'),
  message: text(
    '総ファイル数が人数「{value}」になっています（実際 {expected}）。',
    'The number of files is the number of persons, {value}; there are {expected} files.',
  ),
  remedy: text('決済ファイルも数に含めてください。', 'Count the claim files too.'),
  check(index, _facts, report) {
    if (index.index === null || !countsPersonsOnly(index)) return;
    const { dataXmlCount, claimsXmlCount } = index.directory.facts;
    const count = index.index.totalRecordCount;
    report(count?.at ?? index.index.at, {
      value: count?.raw ?? null,
      expected: dataXmlCount + claimsXmlCount,
    });
  },
};
