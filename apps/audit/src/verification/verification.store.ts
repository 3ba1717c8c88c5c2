import type { Transaction } from '@daiko/persistence';
import type { TrailMark } from '../trail/arrival.js';
import { readColumns } from '../trail/trail.store.js';

/** One picture for the whole walk; the first statement of a transaction. */
export async function freezeView(tx: Transaction): Promise<void> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

export type StoredMark = TrailMark & { leafIndex: number };

export async function marksFrom(tx: Transaction, leafIndex: number, limit: number): Promise<StoredMark[]> {
  return tx.query<StoredMark>(
    `SELECT leaf_index AS "leafIndex", ${readColumns} FROM trail_mark WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT $2`,
    [leafIndex, limit],
  );
}

/** Whether the trail holds a mark of this service with this hash. */
export async function holdsHash(tx: Transaction, service: string, hash: string): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM trail_mark WHERE hash = $1 AND split_part(stream, '/', 1) = $2 LIMIT 1",
    [hash, service],
  );
  return rows.length > 0;
}

export async function receivedAt(tx: Transaction, leafIndex: number): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date }>(
    'SELECT received_at AS at FROM trail_mark WHERE leaf_index = $1',
    [leafIndex],
  );
  return row?.at ?? null;
}

interface Place {
  stream: string;
  sequence: number;
}

/** Streams whose noted end lies beyond their last stored mark: the first place that is gone. */
export async function lostTails(tx: Transaction): Promise<Place[]> {
  return tx.query<Place>(
    `SELECT stream.stream, coalesce(head.sequence, 0) + 1 AS sequence FROM trail_stream AS stream
     LEFT JOIN LATERAL (SELECT sequence FROM trail_mark WHERE trail_mark.stream = stream.stream
       ORDER BY sequence DESC LIMIT 1) AS head ON true
     WHERE stream.sequence > coalesce(head.sequence, 0) ORDER BY 1 LIMIT 1`,
  );
}

/** Reported heads whose stored mark has another hash. */
export async function differingHeads(tx: Transaction): Promise<Place[]> {
  return tx.query<Place>(
    `SELECT reported.stream, reported.sequence FROM reported_head AS reported
     JOIN trail_mark AS mark ON mark.stream = reported.stream AND mark.sequence = reported.sequence
     WHERE mark.hash <> reported.hash ORDER BY 1 LIMIT 1`,
  );
}

/** Alarms that say the trail is not whole: two marks for one place, or a broken one where no right one has come since. */
export async function standingAlarms(
  tx: Transaction,
): Promise<(Place & { kind: 'place-taken' | 'hash-wrong' | 'link-broken' })[]> {
  return tx.query(
    `SELECT alarm.stream, alarm.sequence, alarm.kind FROM trail_alarm AS alarm
     LEFT JOIN trail_stream AS stream ON stream.stream = alarm.stream
     WHERE alarm.kind = 'place-taken'
        OR (alarm.kind IN ('hash-wrong', 'link-broken') AND alarm.sequence > coalesce(stream.sequence, 0))
     ORDER BY alarm.noted_at, alarm.stream, alarm.sequence LIMIT 1`,
  );
}

export async function countAlarms(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "SELECT count(*)::integer AS count FROM trail_alarm WHERE kind <> 'missing'",
  );
  return row?.count ?? 0;
}
