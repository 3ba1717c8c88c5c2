import { hash } from 'node:crypto';

/** A record is named by its submission and its place in the archive's directory (from 0). */
export interface RecordRef {
  submissionId: string;
  index: number;
}

/**
 * The 64-bit hash of a record's name, for sums that show that two services speak of the same set of records.
 * The sum of a set is written as a decimal string (a PostgreSQL `numeric`), never reduced.
 */
export function recordHash(submissionId: string, index: number): bigint {
  return hash('sha256', `${submissionId}/${index}`, 'buffer').readBigUInt64BE(0);
}
