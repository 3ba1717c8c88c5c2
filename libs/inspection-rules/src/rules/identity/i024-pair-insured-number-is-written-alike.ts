import { insuredForm } from '../../identity.js';
import { bothSides } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I024: 対のファイルで記号・番号の書き方が異なります。 */
export const i024: RuleOf<'pair'> = {
  id: 'I024',
  level: 5,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '対のファイルで記号・番号の書き方が異なります',
    'Result and claim write the insured number differently',
  ),
  message: text(
    '決済情報の記号・番号・枝番が「{value}」、結果情報が「{expected}」です（同じ番号として扱います）。',
    'The claim writes symbol, number or branch "{value}", the result "{expected}": taken for the same.',
  ),
  remedy: text(
    '記号・番号・枝番を同じ書き方にしてください。',
    'Write symbol, number and branch alike in both files.',
  ),
  check(pair, _facts, report) {
    const sides = bothSides(pair);
    if (sides === null) return;
    for (const part of ['symbol', 'number', 'branch'] as const) {
      const inResult = sides.result[part];
      const inClaim = sides.claim[part];
      if (inResult === null || inClaim === null || inResult.value === inClaim.value) continue;
      if (insuredForm(inResult) !== insuredForm(inClaim)) continue;
      report(inClaim.at, { value: inClaim.value, expected: inResult.value });
    }
  },
};
