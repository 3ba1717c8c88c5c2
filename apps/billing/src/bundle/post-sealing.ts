import { credit, debit, type Journal } from '../ledger/journal.js';
import { monthInJapan } from '../ledger/month.js';

/** A sealed bundle (送付単位) as far as money is concerned. */
export interface SealedBundle {
  bundleId: string;
  insurerNumber: string;
  sealedMessageId: string;
  sealedAt: Date;
}

/** Claims of one provider and month of acceptance in a bundle. */
export interface SealedSum {
  providerNumber: string;
  processingMonth: string;
  recordCount: number;
  claimYen: number;
}

/** E2 送付: Dr 1202 insurer / Cr 1201 insurer, one journal a provider, one pair of lines a month of acceptance. */
export function postSealing(
  bundle: SealedBundle,
  sums: readonly SealedSum[],
  newId: () => string,
): Journal[] {
  const byProvider = Map.groupBy(sums, ({ providerNumber }) => providerNumber);
  return [...byProvider].map(([providerNumber, own]) => ({
    id: newId(),
    causeMessageId: bundle.sealedMessageId,
    rule: 'E2',
    providerNumber,
    insurerNumber: bundle.insurerNumber,
    bundleId: bundle.bundleId,
    recordCount: own.reduce((sum, { recordCount }) => sum + recordCount, 0),
    occurredAt: bundle.sealedAt,
    period: monthInJapan(bundle.sealedAt),
    reverses: null,
    postings: own.flatMap(({ processingMonth, claimYen }) => [
      debit('1202', bundle.insurerNumber, processingMonth, claimYen),
      credit('1201', bundle.insurerNumber, processingMonth, claimYen),
    ]),
  }));
}
