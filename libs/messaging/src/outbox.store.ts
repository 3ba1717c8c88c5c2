import type { Transaction } from '@daiko/persistence';
import { genesisHash, type Mark, type StreamHead } from './mark-chain.js';

/** Opens a stream of its own for this process; it continues the hash of the stream opened last. */
export async function openStream(database: Transaction, stream: string): Promise<void> {
  await database.query(
    `WITH latest AS (SELECT stream, hash FROM stream_head ORDER BY opened_at DESC, stream LIMIT 1)
     INSERT INTO stream_head (stream, sequence, hash, follows)
     SELECT $1, 0, coalesce((SELECT hash FROM latest), $2), (SELECT stream FROM latest)`,
    [stream, genesisHash],
  );
}

/** Locks the stream until the end of the transaction, so that numbers follow the order of commits. */
export async function lockHead(tx: Transaction, stream: string): Promise<StreamHead> {
  const [head] = await tx.query<StreamHead>(
    'SELECT stream, sequence, hash FROM stream_head WHERE stream = $1 FOR UPDATE',
    [stream],
  );
  if (head === undefined) throw new Error(`stream ${stream} was never opened`);
  return head;
}

/** Appends marks and moves the head, which the transaction has locked. */
export async function appendMarks(tx: Transaction, marks: readonly Mark[], head: StreamHead): Promise<void> {
  await tx.query(
    `WITH moved AS (UPDATE stream_head SET sequence = $12, hash = $13 WHERE stream = $1)
     INSERT INTO mark (stream, sequence, previous_hash, hash, id, type, subject, time, traceparent, body, body_bytes)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[],
                              $8::timestamptz[], $9::text[], $10::text[], $11::integer[])`,
    [
      head.stream,
      marks.map((mark) => mark.sequence),
      marks.map((mark) => mark.previousHash),
      marks.map((mark) => mark.hash),
      marks.map((mark) => mark.id),
      marks.map((mark) => mark.type),
      marks.map((mark) => mark.subject),
      marks.map((mark) => mark.time),
      marks.map((mark) => mark.traceparent),
      marks.map((mark) => mark.body),
      marks.map((mark) => mark.bodyBytes),
      head.sequence,
      head.hash,
    ],
  );
}

export interface RelayRow {
  sequence: number;
  id: string;
  type: string;
  traceparent: string;
  body: string;
  bodyBytes: number;
}

/** Takes the right to relay a stream until the end of the transaction; false where another process has it. */
export async function lockRelay(tx: Transaction, stream: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7305771)) AS locked',
    [`${stream} relay`],
  );
  return row?.locked === true;
}

/** The next marks of a stream to relay, in order, bounded in rows and bytes (at least one row). */
export async function nextToRelay(
  tx: Transaction,
  stream: string,
  rowsMax: number,
  bytesMax: number,
): Promise<RelayRow[]> {
  return tx.query<RelayRow>(
    `SELECT sequence, id, type, traceparent, body, body_bytes AS "bodyBytes"
     FROM (SELECT *, sum(body_bytes) OVER (ORDER BY sequence) - body_bytes AS bytes_before
           FROM (SELECT sequence, id, type, traceparent, body, body_bytes FROM mark
                 WHERE stream = $1 AND sequence > coalesce((SELECT sequence FROM relayed WHERE stream = $1), 0)
                 ORDER BY sequence LIMIT $2) AS candidate) AS next
     WHERE bytes_before < $3 ORDER BY sequence`,
    [stream, rowsMax, bytesMax],
  );
}

export async function noteRelayed(tx: Transaction, stream: string, sequence: number): Promise<void> {
  await tx.query(
    `INSERT INTO relayed (stream, sequence, relayed_at) VALUES ($1, $2, now())
     ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, relayed_at = excluded.relayed_at
     WHERE relayed.sequence < excluded.sequence`,
    [stream, sequence],
  );
}

/** Streams of the service that are behind, and for how long (seconds since their oldest mark not relayed). */
export async function streamsBehind(
  database: Transaction,
): Promise<{ stream: string; rows: number; seconds: number }[]> {
  return database.query(
    `SELECT head.stream, head.sequence - coalesce(relayed.sequence, 0) AS rows,
            extract(epoch FROM clock_timestamp() - oldest.appended_at)::float8 AS seconds
     FROM stream_head AS head LEFT JOIN relayed ON relayed.stream = head.stream
     JOIN mark AS oldest ON oldest.stream = head.stream AND oldest.sequence = coalesce(relayed.sequence, 0) + 1
     WHERE head.sequence > coalesce(relayed.sequence, 0) ORDER BY seconds DESC LIMIT 100`,
  );
}

/** Heads of the service's newest streams that hold a mark. */
export async function streamHeads(database: Transaction, limit: number): Promise<StreamHead[]> {
  return database.query<StreamHead>(
    'SELECT stream, sequence, hash FROM stream_head WHERE sequence > 0 ORDER BY opened_at DESC, stream LIMIT $1',
    [limit],
  );
}
