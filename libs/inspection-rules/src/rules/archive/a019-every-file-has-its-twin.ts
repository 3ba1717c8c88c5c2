import type { Bilingual } from '@daiko/contracts';
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
  message: text('{what}', '{what}'),
  remedy: text(
    '結果ファイルと決済ファイルを対にしてください。',
    'Give every result its claim and every claim its result.',
  ),
  check(archive, _facts, report) {
    if (archive.directory === null) return;
    const { dataXmlCount, claimsXmlCount, unpairedResults, unpairedClaims, wrongNames } =
      archive.directory.facts;
    if (dataXmlCount === 0 || claimsXmlCount === 0) return;
    // The twin stands there under a wrong name: A021 says so.
    if (unpairedResults.total + unpairedClaims.total <= wrongNames.total) return;
    const [results, claims] = [unpairedResults.first, unpairedClaims.first];
    const isShifted = unpairedResults.total === unpairedClaims.total;
    for (const [at, path] of results.entries()) {
      const other = isShifted ? claims[at] : undefined;
      report({ file: path }, { values: { what: other === undefined ? claimMissing : digitsDiffer(other) } });
    }
    if (!isShifted) for (const path of claims) report({ file: path }, { values: { what: resultMissing } });
  },
};

const claimMissing = text(
  'この結果ファイルと同じ26桁を持つ決済ファイルがCLAIMSにありません。',
  'The folder CLAIMS has no claim with the 26 digits of this result.',
);
const resultMissing = text(
  'この決済ファイルと同じ26桁を持つ結果ファイルがDATAにありません。',
  'The folder DATA has no result with the 26 digits of this claim.',
);

function digitsDiffer(claim: string): Bilingual {
  const name = claim.slice(claim.lastIndexOf('/') + 1);
  return text(
    `この結果ファイルと同じ26桁を持つ決済ファイルがありません。決済ファイル「${name}」には同じ26桁の結果ファイルがなく、番号がずれています。`,
    `No claim has the 26 digits of this result; the claim "${name}" has no result, so the numbers are shifted.`,
  );
}
