import type { InspectedRecord } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

export type QuestionAnswer = 'accept' | 'return' | 'decided-by-agency';

/** A query that was put to an insurer. */
export interface Question {
  submissionId: string;
  index: number;
  insurerNumber: string;
  askedAt: Date;
  answeredAt: Date | null;
  answer: QuestionAnswer | null;
}

const columns = `submission_id AS "submissionId", record_index AS index, insurer_number AS "insurerNumber",
  asked_at AS "askedAt", answered_at AS "answeredAt", answer`;

/** Notes what was asked; the places that were not asked before. */
export async function insertQuestions(
  tx: Transaction,
  asked: {
    submissionId: string;
    insurerNumber: string;
    indexes: readonly number[];
    askedBy: string;
    at: Date;
  },
): Promise<number[]> {
  const rows = await tx.query<{ index: number }>(
    `INSERT INTO question (submission_id, record_index, insurer_number, asked_at, asked_by)
     SELECT $1, i, $2, $3, $4 FROM unnest($5::int[]) AS i ON CONFLICT DO NOTHING RETURNING record_index AS index`,
    [asked.submissionId, asked.insurerNumber, asked.at, asked.askedBy, asked.indexes],
  );
  return rows.map(({ index }) => index);
}

/** The question about a record, locked; null where none was asked. */
export async function lockQuestion(
  tx: Transaction,
  submissionId: string,
  index: number,
): Promise<Question | null> {
  const rows = await tx.query<Question>(
    `SELECT ${columns} FROM question WHERE submission_id = $1 AND record_index = $2 FOR UPDATE`,
    [submissionId, index],
  );
  return rows[0] ?? null;
}

/** Closes an open question; nothing where none is open. */
export async function closeQuestion(
  tx: Transaction,
  submissionId: string,
  index: number,
  answer: QuestionAnswer,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE question SET answered_at = $3, answer = $4
     WHERE submission_id = $1 AND record_index = $2 AND answered_at IS NULL`,
    [submissionId, index, at, answer],
  );
}

/** An open question with the record it is about. */
export interface OpenQuestion {
  submissionId: string;
  index: number;
  askedAt: Date;
  judged: InspectedRecord;
}

/** Questions that wait for the answer of insurer `$1`, each with its record. */
const openToInsurer = `FROM question q JOIN record r USING (submission_id, record_index)
     WHERE q.insurer_number = $1 AND q.answered_at IS NULL AND r.verdict = 'query'`;

/** Open questions of one insurer, in the order of submission and record. */
export function listOpenQuestions(
  tx: Transaction,
  insurerNumber: string,
  after: { submissionId: string; index: number } | null,
  limit: number,
): Promise<OpenQuestion[]> {
  return tx.query<OpenQuestion>(
    `SELECT q.submission_id AS "submissionId", q.record_index AS index, q.asked_at AS "askedAt", r.judged
     ${openToInsurer}
       AND ($2::uuid IS NULL OR (q.submission_id, q.record_index) > ($2::uuid, $3::int))
     ORDER BY q.submission_id, q.record_index LIMIT $4`,
    [insurerNumber, after?.submissionId ?? null, after?.index ?? 0, limit],
  );
}

/** Whether a question about a record waits for the answer of this insurer. */
export async function isOpenFor(
  tx: Transaction,
  insurerNumber: string,
  submissionId: string,
  index: number,
): Promise<boolean> {
  const rows = await tx.query(`SELECT ${openToInsurer} AND q.submission_id = $2 AND q.record_index = $3`, [
    insurerNumber,
    submissionId,
    index,
  ]);
  return rows.length > 0;
}

/** The open question of this insurer about a result of this name; null where there is none, or more than one. */
export async function findOpenQuestion(
  tx: Transaction,
  insurerNumber: string,
  resultName: string,
): Promise<{ submissionId: string; index: number } | null> {
  const rows = await tx.query<{ submissionId: string; index: number }>(
    `SELECT q.submission_id AS "submissionId", q.record_index AS index
     ${openToInsurer}
       AND r.judged -> 'result' ->> 'name' = $2 LIMIT 2`,
    [insurerNumber, resultName],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
