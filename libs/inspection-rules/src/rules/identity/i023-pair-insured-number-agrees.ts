import { insuredForm } from '../../identity.js';
import type { Bilingual } from '@daiko/contracts';
import { areOtherPersons, bothSides, type Sides } from './both-sides.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** I023: 対のファイルで記号・番号が異なります。 */
export const i023: RuleOf<'pair'> = {
  id: 'I023',
  level: 5,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで記号・番号が異なります', 'Result and claim carry different insured numbers'),
  message: text('{detail}', '{detail}'),
  remedy: text(
    '記号・番号・枝番を一致させてください。',
    'Write the same symbol, number and branch in both files.',
  ),
  check(pair, _facts, report) {
    const sides = bothSides(pair);
    if (sides === null) return;
    if (areOtherPersons(sides)) return reportOtherPerson(sides, report);
    // What stands as the symbol may be the number under another root (I005).
    const isMisplaced = sides.result.number === null;
    for (const part of ['symbol', 'number', 'branch'] as const) {
      if (part === 'symbol' && isMisplaced) continue;
      const inResult = sides.result[part];
      const inClaim = sides.claim[part];
      if (inResult?.value === inClaim?.value) continue;
      const expected = insuredForm(inResult);
      const value = insuredForm(inClaim);
      if (expected === value || (part === 'number' && (expected === '' || value === ''))) continue;
      // A branch of another form is I009's.
      if (part === 'branch' && [expected, value].some((branch) => !/^([0-9]{2})?$/.test(branch))) continue;
      const detail = differenceOf(part, inResult?.value ?? '', inClaim?.value ?? '');
      report(inClaim?.at ?? sides.claim.at, {
        value: inClaim?.value ?? null,
        expected: inResult?.value ?? null,
        values: { detail },
      });
    }
  },
};

const names = {
  symbol: text('記号', 'symbol'),
  number: text('番号', 'number'),
  branch: text('枝番', 'branch'),
};

function differenceOf(part: keyof typeof names, inResult: string, inClaim: string): Bilingual {
  const { ja, en } = names[part];
  const [foundJa, foundEn] =
    inClaim === '' ? ['ありません', 'has none'] : [`「${inClaim}」です`, `"${inClaim}"`];
  const [otherJa, otherEn] = inResult === '' ? ['記録なし', 'has none'] : [inResult, `"${inResult}"`];
  return text(
    `決済情報の${ja}が${foundJa}（結果情報では ${otherJa}）。`,
    `The claim and the result differ in the ${en}: the claim ${foundEn}, the result ${otherEn}.`,
  );
}

function reportOtherPerson({ result, claim }: Sides, report: Report): void {
  const detail = text(
    '決済情報は別の方のものです（番号・氏名・生年月日がすべて結果情報と異なります）。',
    'The claim is that of another person: number, name and birth date all differ from the result.',
  );
  report(claim.number?.at ?? claim.at, {
    value: claim.number?.value ?? null,
    expected: result.number?.value ?? null,
    values: { detail },
  });
}
