import type { Transaction } from '@daiko/persistence';
import type { DocumentTable } from './document-tables.js';
import { writeTotals } from './reservation.store.js';

/**
 * Takes records of one submission out of a planned document; they are free for another one. A plan that is empty now is given up,
 * its name stays used. The places of the records; none where the document is sealed already.
 * @param recordIndex one record alone; null: all of the submission
 */
export async function releaseRecords(
  tx: Transaction,
  of: DocumentTable,
  documentId: string,
  submissionId: string,
  recordIndex: number | null,
): Promise<number[]> {
  const released = await tx.query<{ index: number }>(
    `WITH dropped AS (
       DELETE FROM ${of.line} AS l USING ${of.table} AS d
       WHERE d.${of.id} = $1 AND d.state = 'planned' AND l.${of.id} = $1
         AND (l.submission_id = $2 OR EXISTS (
           SELECT FROM record AS own WHERE own.submission_id = l.submission_id AND own.record_index = l.record_index
             AND own.reply_id = $2))
         AND ($3::int IS NULL OR l.record_index = $3)
       RETURNING l.submission_id, l.record_index
     )
     UPDATE record r SET ${of.claim} = NULL FROM dropped
     WHERE r.submission_id = dropped.submission_id AND r.record_index = dropped.record_index
     RETURNING r.record_index AS index`,
    [documentId, submissionId, recordIndex],
  );
  if (released.length > 0 && (await writeTotals(tx, of, documentId)) === 0) {
    await tx.query(`DELETE FROM ${of.table} WHERE ${of.id} = $1 AND state = 'planned'`, [documentId]);
  }
  return released.map(({ index }) => index);
}

/** Lets a submission rest whose payload cannot be read, so that it holds up nobody else; it is tried again after that. */
export async function restSubmission(tx: Transaction, submissionId: string, restMs: number): Promise<void> {
  await tx.query(
    `UPDATE submission SET rests_until = now() + $2 * interval '1 ms' WHERE submission_id = $1`,
    [submissionId, restMs],
  );
}
