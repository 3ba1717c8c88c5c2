import type { FindingMark } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

/** A pair that an insurer returned and that was not taken. */
export interface ReplyQuery {
  replyId: string;
  index: number;
  insurerNumber: string;
  interactionType: '4' | '5';
  fileName: string | null;
  findings: readonly FindingMark[];
}

/** Puts pairs into the clerks' queue; one that is there or was seen to stays as it is. */
export async function askOfReply(tx: Transaction, queries: readonly ReplyQuery[], at: Date): Promise<void> {
  if (queries.length === 0) return;
  await tx.query(
    `INSERT INTO reply_query (reply_id, record_index, insurer_number, interaction_type, file_name, findings, asked_at)
     SELECT q.*, $7 FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[]) AS q
     ON CONFLICT DO NOTHING`,
    [
      queries.map(({ replyId }) => replyId),
      queries.map(({ index }) => index),
      queries.map(({ insurerNumber }) => insurerNumber),
      queries.map(({ interactionType }) => interactionType),
      queries.map(({ fileName }) => fileName),
      queries.map(({ findings }) => JSON.stringify(findings)),
      at,
    ],
  );
}

/** Open ones in the order of archive and pair. */
export function listReplyQueries(
  tx: Transaction,
  after: { submissionId: string; index: number } | null,
  limit: number,
): Promise<(ReplyQuery & { askedAt: Date })[]> {
  return tx.query<ReplyQuery & { askedAt: Date }>(
    `SELECT reply_id AS "replyId", record_index AS index, insurer_number AS "insurerNumber",
       interaction_type AS "interactionType", file_name AS "fileName", findings, asked_at AS "askedAt"
     FROM reply_query WHERE closed_at IS NULL AND ($1::uuid IS NULL OR (reply_id, record_index) > ($1::uuid, $2::int))
     ORDER BY reply_id, record_index LIMIT $3`,
    [after?.submissionId ?? null, after?.index ?? 0, limit],
  );
}

/** Marks one as seen to; false where it is not open. */
export async function closeReplyQuery(
  tx: Transaction,
  replyId: string,
  index: number,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reply_query SET closed_at = $3 WHERE reply_id = $1 AND record_index = $2 AND closed_at IS NULL
     RETURNING record_index`,
    [replyId, index, at],
  );
  return rows.length > 0;
}
