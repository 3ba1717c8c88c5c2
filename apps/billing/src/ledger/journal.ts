import type { Bilingual } from '@daiko/contracts';

/** Accounts (勘定) that the postings of this service touch; numbers of the agency's chart. */
export const accounts = {
  '1201': { ja: '点検済未送付債権', en: 'claims accepted, not yet sent', side: 'debit' },
  '1202': { ja: '送付済未請求債権', en: 'claims sent, not yet invoiced', side: 'debit' },
  '1230': { ja: '機関返還請求権（過誤）', en: 'to be recovered from providers', side: 'debit' },
  '2101': { ja: '未確定支払債務', en: 'owed to providers, not yet confirmed', side: 'credit' },
  '2120': { ja: '保険者過誤返金債務', en: 'owed back to insurers', side: 'credit' },
} as const satisfies Record<string, Bilingual & { side: 'debit' | 'credit' }>;
export type Account = keyof typeof accounts;

/** Rules of posting (仕訳規則): E1 点検合格, E1r 一括返戻 (mirror of E1), E2 送付, E2v 送付単位の取消し (mirror of E2), E2r 未決済返戻, E9 過誤. */
export type PostingRule = 'E1' | 'E1r' | 'E2' | 'E2v' | 'E2r' | 'E9';

/** One line of a journal; integer yen, one side is 0. The partner is the insurer (1201, 1202, 2120) or the provider (1230, 2101). */
export interface Posting {
  account: Account;
  partnerNumber: string;
  /** 処理月 of the claims behind it, YYYY-MM. */
  processingMonth: string;
  debitYen: number;
  creditYen: number;
}

/** One journal (仕訳): what one message does between one provider and one insurer. */
export interface Journal {
  id: string;
  causeMessageId: string;
  rule: PostingRule;
  providerNumber: string;
  insurerNumber: string;
  bundleId: string | null;
  recordCount: number;
  occurredAt: Date;
  /** 期: month in Japan of `occurredAt`, YYYY-MM. */
  period: string;
  /** The journal that this one mirrors. */
  reverses: string | null;
  postings: Posting[];
}

export const debit = (
  account: Account,
  partnerNumber: string,
  processingMonth: string,
  yen: number,
): Posting => ({
  account,
  partnerNumber,
  processingMonth,
  debitYen: yen,
  creditYen: 0,
});

export const credit = (
  account: Account,
  partnerNumber: string,
  processingMonth: string,
  yen: number,
): Posting => ({
  account,
  partnerNumber,
  processingMonth,
  debitYen: 0,
  creditYen: yen,
});

/** Σ debit − Σ credit, yen; 0 for every journal that may be written. */
export function differenceYen(postings: readonly Posting[]): number {
  return postings.reduce((sum, { debitYen, creditYen }) => sum + debitYen - creditYen, 0);
}
