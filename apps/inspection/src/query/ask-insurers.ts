import type { ArchiveKind, InspectedRecord } from '@daiko/contracts';
import { type InspectionSettings, termsFor } from '@daiko/inspection-rules';
import type { ServiceTransaction } from '@daiko/messaging';
import { insertQuestions } from './question.store.js';

/** Whose terms, not whose hand, put a question. */
const askedByTerms = 'terms';

/** Puts queries of one submission to one insurer (確認依頼); the places that were not asked before. */
export async function askInsurer(
  tx: ServiceTransaction,
  asked: {
    submissionId: string;
    kind: ArchiveKind;
    insurerNumber: string;
    indexes: readonly number[];
    askedBy: string;
    at: Date;
  },
): Promise<number[]> {
  const indexes = await insertQuestions(tx, asked);
  if (indexes.length === 0) return [];
  const { submissionId, kind, insurerNumber, at } = asked;
  tx.publish('inspection.records.asked.v1', submissionId, {
    submissionId,
    kind,
    insurerNumber,
    askedAt: at.toISOString(),
    indexes,
  });
  return indexes;
}

/** Puts the queries among freshly judged records to those insurers whose terms want it (`areQueriesAsked`). */
export async function askByTerms(
  tx: ServiceTransaction,
  submission: { submissionId: string; kind: ArchiveKind; inspectionDate: string },
  records: readonly InspectedRecord[],
  settings: InspectionSettings,
  at: Date,
): Promise<void> {
  const { submissionId, kind, inspectionDate } = submission;
  const byInsurer = new Map<string, number[]>();
  for (const { verdict, insurerNumber, serviceDate, index } of records) {
    if (verdict !== 'query' || insurerNumber === null) continue;
    const circumstances = {
      insurerNumber,
      kind: kind === 'guidance' ? '2' : '1',
      date: serviceDate ?? inspectionDate,
    } as const;
    if (!termsFor(settings, circumstances).areQueriesAsked) continue;
    byInsurer.set(insurerNumber, [...(byInsurer.get(insurerNumber) ?? []), index]);
  }
  for (const [insurerNumber, indexes] of byInsurer) {
    await askInsurer(tx, { submissionId, kind, insurerNumber, indexes, askedBy: askedByTerms, at });
  }
}
