import type { PlacedNumber } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import type { IndexFacts } from '../../index-facts.js';
import { type Report, text } from '../../rule.js';

type MoneyRule = 'S003' | 'S004' | 'S005' | 'S006';

/** One total of su08 and what the claims add up to. */
interface Total {
  readonly rule: MoneyRule;
  readonly name: Bilingual;
  readonly written: PlacedNumber | null;
  readonly expected: number;
  /** What it would be if each claim were what its parts add up to. */
  readonly reckoned: number;
}

/** Reports the number of persons where it is not that of the claims. */
export function reportSubjectCount(index: IndexFacts, report: Report): void {
  const { summary, directory } = index;
  const written = summary?.totalSubjectCount ?? null;
  const expected = directory.facts.claimsXmlCount;
  if (summary === null || written?.value === expected) return;
  report(written?.at ?? summary.at, { value: written?.raw ?? null, expected, ...proofOf(index, false) });
}

/**
 * Reports a total of su08 that is not what the claims add up to. Totals that are wrong together are said once, by the first of
 * their rules (`{more}` names the others), and not at all where su08 counts other persons (S002): it is of other claims.
 * Only warns when a claim could not be read, or when the difference is that of claims which do not add up themselves.
 */
export function reportTotal(rule: MoneyRule, index: IndexFacts, report: Report): void {
  const { summary, directory } = index;
  if (summary === null || summary.totalSubjectCount?.value !== directory.facts.claimsXmlCount) return;
  const wrong = totalsOf(index).filter(({ written, expected }) => (written?.value ?? null) !== expected);
  const [first, ...others] = wrong;
  if (first?.rule !== rule) return;
  const isExplained = wrong.every(({ written, reckoned }) => (written?.value ?? null) === reckoned);
  report(first.written?.at ?? summary.at, {
    value: first.written?.raw ?? null,
    expected: first.expected,
    ...proofOf(index, isExplained, { more: moreWords(others) }),
  });
}

function totalsOf({ summary, totals, isGuidance }: IndexFacts): Total[] {
  if (summary === null) return [];
  const { reckoned } = totals;
  const { totalCostAmount, totalPaymentAmount, totalPaymentByOtherProgram, totalClaimAmount } = summary;
  const other = isGuidance ? 0 : totals.otherProgramYen;
  const isLeftOut = totalPaymentByOtherProgram === null && other === 0;
  const all: Total[] = [
    {
      rule: 'S003',
      name: text('単価・算定金額の総計', 'the total of prices'),
      written: totalCostAmount,
      expected: totals.unitYen,
      reckoned: reckoned.unitYen,
    },
    {
      rule: 'S004',
      name: text('窓口負担の総計', 'the total of copayments'),
      written: totalPaymentAmount,
      expected: totals.copaymentYen,
      reckoned: reckoned.copaymentYen,
    },
    {
      rule: 'S005',
      name: text('他健診負担の総計', 'the total of other programmes'),
      written: totalPaymentByOtherProgram,
      expected: other,
      reckoned: isGuidance ? 0 : reckoned.otherProgramYen,
    },
    {
      rule: 'S006',
      name: text('請求金額の総計', 'the total of claims'),
      written: totalClaimAmount,
      expected: totals.claimYen,
      reckoned: reckoned.claimYen,
    },
  ];
  return all.filter(({ rule }) => rule !== 'S005' || !isLeftOut);
}

function moreWords(others: readonly Total[]): Bilingual | '' {
  if (others.length === 0) return '';
  const words = (language: 'ja' | 'en') =>
    others.map(({ name, written, expected }) => `${name[language]} ${written?.raw ?? '—'} → ${expected}`);
  return text(`。ほかに${words('ja').join('、')}`, `; also ${words('en').join(', ')}`);
}

function proofOf(index: IndexFacts, isExplained: boolean, values: { more?: Bilingual | '' } = {}) {
  const unread = index.totals.unreadCount;
  const isProved = index.areTotalsProved && !isExplained;
  const because = index.areTotalsProved
    ? text(
        '（内訳と合計が合わない決済情報があり、その差と一致するため参考）',
        ' (as much as the claims that do not add up themselves)',
      )
    : text(`（読めない決済情報が${unread}件あるため参考）`, ` (${unread} claims could not be read)`);
  return {
    severity: isProved ? ('refuse' as const) : ('warning' as const),
    values: { proof: isProved ? '' : because, ...values },
  };
}
