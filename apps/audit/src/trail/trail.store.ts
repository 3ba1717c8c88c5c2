import type { Transaction } from '@daiko/persistence';
import type { MerkleTree } from '../checkpoint/merkle-tree.js';
import type { Alarm, ReportedHead, TrailMark } from './arrival.js';
import type { StreamEnd } from './append-marks.js';

const markColumns =
  'stream, sequence, previous_hash, hash, id, type, subject, time, body_digest, body, actor_id, action, object_id';
const markTypes =
  '$1::text[], $2::bigint[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[]';
/** Column list that reads rows as {@link TrailMark}. */
export const readColumns = `stream, sequence, previous_hash AS "previousHash", hash, id, type, subject, time,
  body_digest AS "bodyDigest", body, actor_id AS "actorId", action, object_id AS "objectId"`;

const markValues = (marks: readonly TrailMark[]) => [
  marks.map(({ stream }) => stream),
  marks.map(({ sequence }) => sequence),
  marks.map(({ previousHash }) => previousHash),
  marks.map(({ hash }) => hash),
  marks.map(({ id }) => id),
  marks.map(({ type }) => type),
  marks.map(({ subject }) => subject),
  marks.map(({ time }) => time),
  marks.map(({ bodyDigest }) => bodyDigest),
  marks.map(({ body }) => body),
  marks.map(({ actorId }) => actorId),
  marks.map(({ action }) => action),
  marks.map(({ objectId }) => objectId),
];

/** The tree, locked until the end of the transaction: one process at a time takes marks in. */
export async function lockTree(tx: Transaction): Promise<MerkleTree> {
  const [tree] = await tx.query<MerkleTree>('SELECT size, peaks FROM merkle_tree FOR UPDATE');
  if (tree === undefined) throw new Error('the row of the Merkle tree is gone');
  return tree;
}

export async function writeTree(tx: Transaction, tree: MerkleTree): Promise<void> {
  await tx.query('UPDATE merkle_tree SET size = $1, peaks = $2::text[]', [tree.size, tree.peaks]);
}

export async function streamEnds(
  tx: Transaction,
  streams: readonly string[],
): Promise<Map<string, StreamEnd>> {
  const rows = await tx.query<{ stream: string; sequence: number; hash: string }>(
    'SELECT stream, sequence, hash FROM trail_stream WHERE stream = ANY ($1::text[])',
    [streams],
  );
  return new Map(rows.map(({ stream, sequence, hash }) => [stream, { sequence, hash }]));
}

/** Ends of all streams. */
export async function allEnds(tx: Transaction): Promise<ReportedHead[]> {
  return tx.query<ReportedHead>('SELECT stream, sequence, hash FROM trail_stream');
}

/** Hashes of places that marks name: `stream#sequence` → hash. */
export async function hashesAt(tx: Transaction, marks: readonly TrailMark[]): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map();
  const rows = await tx.query<{ stream: string; sequence: number; hash: string }>(
    `SELECT stream, sequence, hash FROM trail_mark
     JOIN unnest($1::text[], $2::bigint[]) AS named (stream, sequence) USING (stream, sequence)`,
    [marks.map(({ stream }) => stream), marks.map(({ sequence }) => sequence)],
  );
  return new Map(rows.map(({ stream, sequence, hash }) => [`${stream}#${sequence}`, hash]));
}

/** Parked marks of a stream from a place on, in order, at most `limit`. */
export async function parkedFrom(
  tx: Transaction,
  stream: string,
  sequence: number,
  limit: number,
): Promise<TrailMark[]> {
  return tx.query<TrailMark>(
    `SELECT ${readColumns} FROM trail_parked WHERE stream = $1 AND sequence >= $2 ORDER BY sequence, hash LIMIT $3`,
    [stream, sequence, limit],
  );
}

/** How many marks of these streams are parked; streams without one are left out. */
export async function countParked(tx: Transaction, streams: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ stream: string; count: number }>(
    `SELECT stream, count(*)::integer AS count FROM trail_parked WHERE stream = ANY ($1::text[]) GROUP BY stream`,
    [streams],
  );
  return new Map(rows.map(({ stream, count }) => [stream, count]));
}

/** Adds marks to the trail, from leaf `firstLeaf` on, and moves the ends of their streams. */
export async function insertMarks(
  tx: Transaction,
  marks: readonly TrailMark[],
  firstLeaf: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO trail_mark (${markColumns}, leaf_index)
     SELECT ${markColumns}, $14::bigint + position - 1
     FROM unnest(${markTypes}) WITH ORDINALITY AS named (${markColumns}, position)`,
    [...markValues(marks), firstLeaf],
  );
}

export async function writeEnds(tx: Transaction, ends: ReadonlyMap<string, StreamEnd>): Promise<void> {
  await tx.query(
    `INSERT INTO trail_stream (stream, sequence, hash) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
     ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`,
    [
      [...ends.keys()],
      [...ends.values()].map(({ sequence }) => sequence),
      [...ends.values()].map(({ hash }) => hash),
    ],
  );
}

export async function parkMarks(tx: Transaction, marks: readonly TrailMark[], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO trail_parked (${markColumns}, parked_at) SELECT *, $14::timestamptz FROM unnest(${markTypes})
     ON CONFLICT DO NOTHING`,
    [...markValues(marks), now],
  );
}

/** Removes what is parked up to the end of its stream. */
export async function unpark(tx: Transaction, ends: ReadonlyMap<string, StreamEnd>): Promise<void> {
  await tx.query(
    `DELETE FROM trail_parked USING unnest($1::text[], $2::bigint[]) AS reached (stream, sequence)
     WHERE trail_parked.stream = reached.stream AND trail_parked.sequence <= reached.sequence`,
    [[...ends.keys()], [...ends.values()].map(({ sequence }) => sequence)],
  );
}

/** Notes alarms, each once; returns those that are new. */
export async function noteAlarms(tx: Transaction, alarms: readonly Alarm[], now: Date): Promise<Alarm[]> {
  if (alarms.length === 0) return [];
  return tx.query<Alarm>(
    `INSERT INTO trail_alarm (kind, stream, sequence, hash, noted_at)
     SELECT *, $5::timestamptz FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
     ON CONFLICT DO NOTHING RETURNING kind, stream, sequence, hash`,
    [
      alarms.map(({ kind }) => kind),
      alarms.map(({ stream }) => stream),
      alarms.map(({ sequence }) => sequence),
      alarms.map(({ hash }) => hash),
      now,
    ],
  );
}

/** Keeps the highest head of each stream; what is beyond the trail is awaited from `now`, or since it already was. */
export async function noteHeads(tx: Transaction, heads: readonly ReportedHead[], now: Date): Promise<void> {
  const highest = new Map<string, ReportedHead>();
  for (const head of heads) {
    if (head.sequence > (highest.get(head.stream)?.sequence ?? 0)) highest.set(head.stream, head);
  }
  if (highest.size === 0) return;
  const rows = [...highest.values()];
  await tx.query(
    `INSERT INTO reported_head AS known (stream, sequence, hash, reported_at, waiting_since)
     SELECT named.stream, named.sequence, named.hash, $4::timestamptz,
            CASE WHEN coalesce(reached.sequence, 0) < named.sequence THEN $4::timestamptz END
     FROM unnest($1::text[], $2::bigint[], $3::text[]) AS named (stream, sequence, hash)
     LEFT JOIN trail_stream AS reached ON reached.stream = named.stream
     ON CONFLICT (stream) DO UPDATE SET
       sequence = excluded.sequence, hash = excluded.hash, reported_at = excluded.reported_at,
       waiting_since = CASE
         WHEN excluded.waiting_since IS NOT NULL AND known.waiting_since IS NOT NULL AND known.sequence >
           coalesce((SELECT sequence FROM trail_stream WHERE trail_stream.stream = known.stream), 0)
         THEN known.waiting_since ELSE excluded.waiting_since END
     WHERE excluded.sequence >= known.sequence`,
    [
      rows.map(({ stream }) => stream),
      rows.map(({ sequence }) => sequence),
      rows.map(({ hash }) => hash),
      now,
    ],
  );
}

/** Places where a stream has stood still since before `before`: a head was reported, or a later mark came, and the next mark did not. */
export async function overduePlaces(
  tx: Transaction,
  before: Date,
): Promise<{ stream: string; sequence: number }[]> {
  return tx.query(
    `SELECT awaited.stream, coalesce(reached.sequence, 0) + 1 AS sequence
     FROM (SELECT stream, sequence, coalesce(waiting_since, '-infinity') AS since FROM reported_head
           UNION ALL
           SELECT stream, max(sequence), min(parked_at) FROM trail_parked GROUP BY stream) AS awaited
     LEFT JOIN trail_stream AS reached ON reached.stream = awaited.stream
     WHERE awaited.since < $1 AND awaited.sequence > coalesce(reached.sequence, 0)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [before],
  );
}
