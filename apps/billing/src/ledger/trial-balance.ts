import type { Bilingual } from '@daiko/contracts';
import { type Account, accounts } from './journal.js';

export interface AccountSums {
  account: Account;
  debitYen: number;
  creditYen: number;
}

/** How far ledger and claims are apart in one account: the differences of its partners and months, each without sign, added up. */
export interface AccountDifference {
  account: Account;
  differenceYen: number;
}

/** Journals that do not balance, or whose E1 is not the sum of the claims that name it. */
export interface JournalFaults {
  unbalanced: number;
  unmatched: number;
}

export interface BundleCounts {
  /** Sealed bundles whose claims have not all arrived, or are still held by an earlier bundle. */
  waiting: number;
  /** Bundles whose records or yen are not those of the claims; nothing is posted for them. */
  differing: number;
}

/** An invariant of the ledger; 0 yen where it holds. */
export interface LedgerCheck {
  what: Bilingual;
  differenceYen: number;
}

export interface TrialBalance {
  accounts: (AccountSums & Bilingual & { balanceYen: number; side: 'debit' | 'credit' })[];
  debitYen: number;
  creditYen: number;
  isBalanced: boolean;
  checks: LedgerCheck[];
  journals: JournalFaults;
  bundles: BundleCounts;
}

/** 試算表: every account with its sums, and whether ledger and claims say the same of every partner and month. */
export function trialBalance(
  sums: readonly AccountSums[],
  differences: readonly AccountDifference[],
  journals: JournalFaults,
  bundles: BundleCounts,
): TrialBalance {
  const rows = (Object.keys(accounts) as Account[]).map((account) => {
    const { debitYen, creditYen } = sums.find((row) => row.account === account) ?? {
      debitYen: 0,
      creditYen: 0,
    };
    const { ja, en, side } = accounts[account];
    const balanceYen = side === 'debit' ? debitYen - creditYen : creditYen - debitYen;
    return { account, ja, en, side, debitYen, creditYen, balanceYen };
  });
  const debitYen = rows.reduce((sum, row) => sum + row.debitYen, 0);
  const creditYen = rows.reduce((sum, row) => sum + row.creditYen, 0);
  const check = (ja: string, en: string, differenceYen: number): LedgerCheck => ({
    what: { ja, en },
    differenceYen,
  });
  const differenceOf = (account: Account) =>
    differences.find((row) => row.account === account)?.differenceYen ?? 0;
  const checks = [
    check('借方と貸方', 'debit and credit', debitYen - creditYen),
    check('1201と点検済未送付の請求', '1201 and claims accepted, not sent', differenceOf('1201')),
    check('1202と送付済の請求', '1202 and claims sent', differenceOf('1202')),
    check('2101とすべての請求', '2101 and all claims', differenceOf('2101')),
    check(
      '1230・2120と過誤の請求',
      '1230, 2120 and claims to be offset',
      differenceOf('1230') + differenceOf('2120'),
    ),
  ];
  const isBalanced =
    journals.unbalanced === 0 &&
    journals.unmatched === 0 &&
    checks.every(({ differenceYen }) => differenceYen === 0);
  return { accounts: rows, debitYen, creditYen, isBalanced, checks, journals, bundles };
}
