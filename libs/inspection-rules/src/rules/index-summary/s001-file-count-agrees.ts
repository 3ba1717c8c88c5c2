import { countsPersonsOnly } from './counts-persons-only.js';
import { type RuleOf, text } from '../../rule.js';

/** S001: 総ファイル数が一致しません。 */
export const s001: RuleOf<'index'> = {
  id: 'S001',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('総ファイル数が一致しません', 'The number of files does not agree'),
  message: text(
    '総ファイル数が「{value}」です（実際 {expected}）。',
    'The number of files is given as "{value}"; there are {expected}.',
  ),
  remedy: text(
    '総ファイル数（結果と決済のXMLの合計）を確認してください。',
    'Count the XML files of DATA and CLAIMS together.',
  ),
  check(index, _facts, report) {
    if (index.index === null) return;
    const { dataXmlCount, claimsXmlCount } = index.directory.facts;
    const count = index.index.totalRecordCount;
    if (count?.value === dataXmlCount + claimsXmlCount || countsPersonsOnly(index)) return;
    report(count?.at ?? index.index.at, {
      value: count?.raw ?? null,
      expected: dataXmlCount + claimsXmlCount,
    });
  },
};
