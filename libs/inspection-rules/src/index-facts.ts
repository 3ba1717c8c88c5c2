import type { ArchiveDirectory, Exchange, IndexFile, RootName, SummaryFile } from '@daiko/exchange-format';

/** Sums of what each claim's own parts add up to, yen. */
export interface ReckonedTotals {
  readonly unitYen: number;
  readonly copaymentYen: number;
  readonly otherProgramYen: number;
  readonly claimYen: number;
}

/** Sums over all readable claims, yen. */
export interface ClaimTotals {
  /** Claims read and summed. */
  readonly readCount: number;
  /** Claims that could not be read or lack an amount: the sums are not proved. */
  readonly unreadCount: number;
  /** 単価総計, or 算定金額総計 of guidance. */
  readonly unitYen: number;
  readonly copaymentYen: number;
  readonly otherProgramYen: number;
  readonly claimYen: number;
  /** The same sums as the parts of each claim give them: what su08 says when a claim was spoilt afterwards. */
  readonly reckoned: ReckonedTotals;
}

/** What the rules over ix08 and su08 (L3) look at. */
export interface IndexFacts {
  readonly directory: ArchiveDirectory;
  readonly rootName: RootName | null;
  readonly isGuidance: boolean;
  /** Exchanges that sender and receiver of the name allow. */
  readonly possibleExchanges: readonly Exchange[];
  /** Null when the file is missing or cannot be read. */
  readonly index: IndexFile | null;
  readonly summary: SummaryFile | null;
  readonly totals: ClaimTotals;
  /** Every claim was read: totals of su08 can be held against them. */
  readonly areTotalsProved: boolean;
}
