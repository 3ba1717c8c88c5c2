import type { Transaction } from '@daiko/persistence';

/** A record of another submission, by the number its sender knows. */
export interface LinkedRecord {
  readonly submissionId: string;
  /** 受付番号; null where it was not kept yet. */
  readonly receiptNumber: string | null;
  /** From 0. */
  readonly index: number;
}

/** A record of a submission that corrects a returned one, or was corrected by one that came later (訂正). */
export interface Correction {
  readonly index: number;
  readonly corrects: LinkedRecord | null;
  readonly correctedBy: LinkedRecord | null;
}

/** Corrections that a report names, at most. */
const correctionsMax = 2000;

/** What the records of a submission correct and what corrects them, in the order of its records. */
export async function findCorrections(tx: Transaction, submissionId: string): Promise<Correction[]> {
  const rows = await tx.query<LinkedRecord & { own: number; isCorrected: boolean }>(
    `SELECT own, is_corrected AS "isCorrected", link.submission_id AS "submissionId", link.index, s.receipt_number AS "receiptNumber"
     FROM (
       SELECT record_index AS own, false AS is_corrected, replaces_submission_id AS submission_id, replaces_record_index AS index
       FROM history_record WHERE submission_id = $1 AND replaces_submission_id IS NOT NULL
       UNION ALL
       SELECT replaces_record_index, true, submission_id, record_index
       FROM history_record WHERE replaces_submission_id = $1
     ) AS link JOIN submission AS s ON s.submission_id = link.submission_id
     ORDER BY own, is_corrected, link.submission_id, link.index LIMIT $2`,
    [submissionId, correctionsMax],
  );
  return rows.map(({ own, isCorrected, submissionId: other, receiptNumber, index }) => {
    const linked: LinkedRecord = { submissionId: other, receiptNumber, index };
    return { index: own, corrects: isCorrected ? null : linked, correctedBy: isCorrected ? linked : null };
  });
}
