import type { Transaction } from '@daiko/persistence';

/** A mark as an operator reads it. */
export interface MarkView {
  number: number;
  stream: string;
  sequence: number;
  hash: string;
  id: string;
  type: string;
  subject: string;
  time: string;
  /** Data of access and key use; null for other marks, whose content stays with their service. */
  data: unknown;
}

export interface MarkFilter {
  actor: string | null;
  object: string | null;
  action: string | null;
}

/** Marks from leaf `from` on, in the order in which they were taken in. */
export async function listMarks(
  tx: Transaction,
  from: number,
  limit: number,
  filter: MarkFilter,
): Promise<MarkView[]> {
  const rows = await tx.query<MarkView & { body: string | null }>(
    `SELECT leaf_index AS number, stream, sequence, hash, id, type, subject, time, body FROM trail_mark
     WHERE leaf_index >= $1 AND ($3::text IS NULL OR actor_id = $3) AND ($4::text IS NULL OR object_id = $4)
       AND ($5::text IS NULL OR action = $5)
     ORDER BY leaf_index LIMIT $2`,
    [from, limit, filter.actor, filter.object, filter.action],
  );
  return rows.map(({ body, ...mark }) => ({
    ...mark,
    data: body === null ? null : (JSON.parse(body) as unknown),
  }));
}
