import type { ArchiveKind, Bilingual } from '@daiko/contracts';

/** Invoice (請求書) to an insurer or payment notice (支払通知書) to a provider, for one 処理月. */
export type PaperKind = 'invoice' | 'payment-notice';

/** Sums of sealed claims; integer yen. */
export interface PaperSums {
  recordCount: number;
  /** 単価合計 (guidance: 算定金額). */
  unitYen: number;
  /** 窓口負担. */
  copaymentYen: number;
  /** 他制度負担. */
  otherProgramYen: number;
  /** 請求額 (委託料 after copayment and other programmes). */
  claimYen: number;
}

/** Claims of one kind and 請求区分. */
export interface PaperLine extends PaperSums {
  kind: ArchiveKind;
  /** 請求区分 (別表7); null for guidance. */
  claimType: string | null;
}

export interface Paper extends PaperSums {
  month: string;
  partnerNumber: string;
  totalYen: number;
  lines: PaperLine[];
}

export interface PaperList {
  month: string;
  /** What the amounts hold, and what they do not. */
  scope: Bilingual;
  items: Paper[];
  totals: PaperSums & { totalYen: number };
}

/** A row of the claims: one line of one partner. */
export type ClaimRow = PaperLine & { partnerNumber: string };
/** What the ledger says of the same claims (account 1202). */
export interface LedgerRow {
  partnerNumber: string;
  yen: number;
}

/** Thrown where claims and ledger differ: a fault of ours, and no paper is written. */
export class PaperDiffers extends Error {
  constructor(kind: PaperKind, month: string, partnerNumber: string) {
    super(`${kind} ${month} of ${partnerNumber}: claims and ledger differ`);
    this.name = 'PaperDiffers';
  }
}

/** 委託料のみ: fees, consumption tax and offsets are not in these amounts. */
export const scope: Bilingual = {
  ja: '委託料のみ（事務手数料・消費税・過誤調整は含みません）',
  en: 'claims only (no agency fees, consumption tax or offsets)',
};

const sumNames = ['recordCount', 'unitYen', 'copaymentYen', 'otherProgramYen', 'claimYen'] as const;

function sumsOf(rows: readonly PaperSums[]): PaperSums {
  const sums = { recordCount: 0, unitYen: 0, copaymentYen: 0, otherProgramYen: 0, claimYen: 0 };
  for (const row of rows) for (const name of sumNames) sums[name] += row[name];
  return sums;
}

/** Builds the papers of a month from the claims; throws {@link PaperDiffers} unless the ledger says the same of every partner. */
export function buildPapers(
  kind: PaperKind,
  month: string,
  claims: readonly ClaimRow[],
  ledger: readonly LedgerRow[],
): PaperList {
  const byPartner = Map.groupBy(claims, ({ partnerNumber }) => partnerNumber);
  const items = [...byPartner].map(([partnerNumber, rows]) => {
    const sums = sumsOf(rows);
    const lines = rows.map(({ partnerNumber: _, ...line }) => line);
    return { month, partnerNumber, ...sums, totalYen: sums.claimYen, lines };
  });
  const posted = new Map(ledger.map(({ partnerNumber, yen }) => [partnerNumber, yen]));
  for (const partnerNumber of new Set([...posted.keys(), ...byPartner.keys()])) {
    const claimed = sumsOf(byPartner.get(partnerNumber) ?? []).claimYen;
    if (claimed !== (posted.get(partnerNumber) ?? 0)) throw new PaperDiffers(kind, month, partnerNumber);
  }
  const totals = sumsOf(items);
  return { month, scope, items, totals: { ...totals, totalYen: totals.claimYen } };
}
