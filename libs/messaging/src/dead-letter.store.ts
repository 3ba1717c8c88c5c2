import type { Transaction } from '@daiko/persistence';
import type { ConsumeMessage } from 'amqplib';
import { v7 as uuidv7 } from 'uuid';
import { attemptOf, header } from './move-delivery.js';

/** A message that could not be handled. */
export interface DeadLetter {
  id: string;
  messageId: string;
  type: string;
  subject: string;
  /** Code: of the handler's `PermanentFailure`, of the check that failed, `handler-failed`, or the broker's own. */
  reason: string;
  originQueue: string;
  attempts: number;
  deadAt: Date;
}

export interface StoredDelivery extends Pick<DeadLetter, 'id' | 'messageId' | 'type' | 'originQueue'> {
  traceparent: string;
  body: Buffer;
}

/** Stores what arrived in the queue of dead letters, once. */
export async function storeDelivery(database: Transaction, raw: ConsumeMessage): Promise<void> {
  const headers = raw.properties.headers ?? {};
  const death = headers['x-death']?.[0];
  await database.query(
    `INSERT INTO dead_letter (id, message_id, type, subject, reason, origin_queue, attempts, traceparent, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
    [
      text(headers[header.deadLetterId]) || uuidv7(),
      text(raw.properties.messageId),
      text(raw.properties.type),
      text(headers[header.subject]),
      text(headers[header.reason]) || `broker-${text(death?.reason) || 'rejected'}`.replaceAll('_', '-'),
      text(headers[header.originQueue]) || text(death?.queue),
      attemptOf(raw),
      text(headers.traceparent),
      raw.content,
    ],
  );
}

/** Dead letters that were not replayed, oldest first. */
export async function listDeadLetters(database: Transaction, limit: number): Promise<DeadLetter[]> {
  return database.query<DeadLetter>(
    `SELECT id, message_id AS "messageId", type, subject, reason, origin_queue AS "originQueue", attempts,
            dead_at AS "deadAt"
     FROM dead_letter WHERE replayed_at IS NULL ORDER BY dead_at, id LIMIT $1`,
    [limit],
  );
}

/** Locks dead letters to replay; `ids` null means all. Those that another transaction replays are left out. */
export async function lockDeadLetters(
  tx: Transaction,
  ids: readonly string[] | null,
  limit: number,
): Promise<StoredDelivery[]> {
  return tx.query<StoredDelivery>(
    `SELECT id, message_id AS "messageId", type, origin_queue AS "originQueue", traceparent, body
     FROM dead_letter WHERE replayed_at IS NULL AND ($1::uuid[] IS NULL OR id = ANY ($1::uuid[]))
     ORDER BY dead_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [ids, limit],
  );
}

export async function noteReplayed(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('UPDATE dead_letter SET replayed_at = now() WHERE id = ANY ($1::uuid[])', [ids]);
}

/** Headers come from outside: text only, bounded, without the NUL that PostgreSQL refuses. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 200) : '';
}
