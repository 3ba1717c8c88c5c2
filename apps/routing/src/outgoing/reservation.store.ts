import type { Transaction } from '@daiko/persistence';
import { type ArchiveNumber, nextArchiveNumber } from './archive-number.js';
import type { DocumentTable } from './document-tables.js';
import type { ArchiveBounds } from './outgoing-archive.js';
import { renameCollisions, serialPrefixOf } from './rename-collisions.js';

/** Records of one receiver and kind that wait for a document. */
export interface WaitingGroup {
  receiverNumber: string;
  kind: 'checkup' | 'guidance';
  recordCount: number;
}

/** Of a submission `s`: all of it is held here, and its payload can be read as far as is known. */
const mayBeSealed = `s.is_complete AND (s.rests_until IS NULL OR s.rests_until < now())`;

/** Plans are made one at a time in the whole schema, so that numbers and records are never claimed twice. */
export async function lockPlanning(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('daiko.routing.planning'))`);
}

/** Groups of records of complete submissions that are in no document yet. */
export async function waitingGroups(db: Transaction, of: DocumentTable): Promise<WaitingGroup[]> {
  return db.query<WaitingGroup>(
    `SELECT r.${of.receiver} AS "receiverNumber", r.kind, count(*)::int AS "recordCount"
     FROM record r JOIN submission s USING (submission_id)
     WHERE ${of.waits} AND ${mayBeSealed}
     GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}

/** Takes the receiver's next number N for good. */
export async function takeArchiveNumber(
  tx: Transaction,
  receiverNumber: string,
  today: string,
): Promise<ArchiveNumber> {
  const taken = await tx.query<ArchiveNumber>(
    `SELECT archive_day AS day, number FROM archive_number WHERE receiver_number = $1 AND archive_day >= $2`,
    [receiverNumber, today],
  );
  const next = nextArchiveNumber(today, taken);
  await tx.query(`INSERT INTO archive_number (receiver_number, archive_day, number) VALUES ($1, $2, $3)`, [
    receiverNumber,
    next.day,
    next.number,
  ]);
  return next;
}

/**
 * Claims the next records of a group for a document whose row is there, up to what one archive holds, in the order of submission and
 * place; gives colliding file names new serials; writes the document's sums. How many records; 0 where none waits any more.
 */
export async function reserveRecords(
  tx: Transaction,
  of: DocumentTable,
  document: { documentId: string; receiverNumber: string; kind: string },
  bounds: ArchiveBounds,
): Promise<number> {
  const { documentId, receiverNumber, kind } = document;
  const [row] = await tx.query<{ recordCount: number }>(
    `WITH waiting AS (
       SELECT r.submission_id, r.record_index, r.state, r.unit_yen,
         COALESCE((r.result_entry ->> 'compressedBytes')::bigint, 0)
           + COALESCE((r.claim_entry ->> 'compressedBytes')::bigint, 0) AS bytes
       FROM record r JOIN submission s USING (submission_id)
       WHERE ${of.waits} AND ${mayBeSealed} AND r.${of.receiver} = $2 AND r.kind = $3
       ORDER BY r.submission_id, r.record_index LIMIT $4
     ), summed AS (
       SELECT submission_id, record_index, state, row_number() OVER w AS line_number,
         sum(unit_yen) OVER w AS unit_sum, sum(bytes) OVER w AS bytes_sum
       FROM waiting WINDOW w AS (ORDER BY submission_id, record_index)
     ), claimed AS (
       UPDATE record r SET ${of.claim} = $1 FROM summed c
       WHERE r.submission_id = c.submission_id AND r.record_index = c.record_index
         AND r.state = c.state AND COALESCE(r.live_bundle_id, r.return_id) IS NULL
         AND (c.line_number = 1 OR (c.unit_sum <= $5 AND c.bytes_sum <= $6))
       RETURNING c.line_number, r.*
     ), lines AS (
       INSERT INTO ${of.line} (${of.id}, line_number, submission_id, record_index, file_digits)
       SELECT $1, line_number, submission_id, record_index,
         COALESCE(substr(result_entry ->> 'name', 2, 26), lpad(line_number::text, 26, '0'))
       FROM claimed
     )
     ${setTotals(of, 'claimed')}`,
    [documentId, receiverNumber, kind, bounds.records, bounds.unitYen, bounds.compressedBytes],
  );
  await renameLines(tx, of, documentId);
  return row?.recordCount ?? 0;
}

async function renameLines(tx: Transaction, of: DocumentTable, documentId: string): Promise<void> {
  const collisions = await tx.query<{ lineNumber: number; fileDigits: string }>(
    `SELECT line_number AS "lineNumber", file_digits AS "fileDigits"
     FROM (SELECT line_number, file_digits, row_number() OVER (PARTITION BY file_digits ORDER BY line_number) AS nth
           FROM ${of.line} WHERE ${of.id} = $1) AS line
     WHERE nth > 1 ORDER BY line_number`,
    [documentId],
  );
  if (collisions.length === 0) return;
  const prefixes = [...new Set(collisions.map(({ fileDigits }) => serialPrefixOf(fileDigits)))];
  const taken = await tx.query<{ digits: string }>(
    `SELECT file_digits AS digits FROM ${of.line} WHERE ${of.id} = $1 AND left(file_digits, 20) = ANY($2::text[])`,
    [documentId, prefixes],
  );
  const renamed = renameCollisions(
    collisions,
    taken.map(({ digits }) => digits),
  );
  await tx.query(
    `UPDATE ${of.line} AS line SET original_digits = line.file_digits, file_digits = n.digits
     FROM unnest($2::int[], $3::text[]) AS n(line_number, digits)
     WHERE line.${of.id} = $1 AND line.line_number = n.line_number`,
    [documentId, renamed.map(({ lineNumber }) => lineNumber), renamed.map(({ fileDigits }) => fileDigits)],
  );
}

/** Sums of the document's records into its row; the number of records. */
export async function writeTotals(tx: Transaction, of: DocumentTable, documentId: string): Promise<number> {
  const [row] = await tx.query<{ recordCount: number }>(
    setTotals(
      of,
      `${of.line} JOIN record USING (submission_id, record_index) WHERE ${of.line}.${of.id} = $1`,
    ),
    [documentId],
  );
  return row?.recordCount ?? 0;
}

/** Statement that sums `records` (what follows FROM) into the row of document `$1` and answers how many they are. */
function setTotals(of: DocumentTable, records: string): string {
  return `UPDATE ${of.table} AS d SET record_count = t.records, unit_yen = t.unit, copayment_yen = t.copayment,
       other_program_yen = t.other, claim_yen = t.claim, record_hash_sum = t.hash
     FROM (SELECT count(*)::int AS records, COALESCE(sum(unit_yen), 0) AS unit,
             COALESCE(sum(copayment_yen), 0) AS copayment, COALESCE(sum(other_program_yen), 0) AS other,
             COALESCE(sum(claim_yen), 0) AS claim, COALESCE(sum(record_hash), 0) AS hash
           FROM ${records}) AS t
     WHERE d.${of.id} = $1 RETURNING d.record_count AS "recordCount"`;
}
