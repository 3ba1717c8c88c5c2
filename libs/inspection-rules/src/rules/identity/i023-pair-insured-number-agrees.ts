import { insuredForm } from '../../identity.js';
import { bothSides } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I023: 対のファイルで記号・番号が異なります。 */
export const i023: RuleOf<'pair'> = {
  id: 'I023',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで記号・番号が異なります', 'Result and claim carry different insured numbers'),
  message: text(
    '決済情報の記号・番号・枝番が「{value}」です（結果情報では {expected}）。',
    'The claim carries symbol, number or branch "{value}", the result "{expected}".',
  ),
  remedy: text(
    '記号・番号・枝番を一致させてください。',
    'Write the same symbol, number and branch in both files.',
  ),
  check(pair, _facts, report) {
    const sides = bothSides(pair);
    if (sides === null) return;
    for (const part of ['symbol', 'number', 'branch'] as const) {
      const inResult = sides.result[part];
      const inClaim = sides.claim[part];
      const expected = insuredForm(inResult);
      const value = insuredForm(inClaim);
      if (expected === value || (part === 'number' && (expected === '' || value === ''))) continue;
      report(inClaim?.at ?? sides.claim.at, {
        value: inClaim?.value ?? null,
        expected: inResult?.value ?? null,
      });
    }
  },
};
