import type { Transaction } from '@daiko/persistence';

/** Notes that a handler has had a message; false where it was noted before (also by a transaction that commits meanwhile). */
export async function noteHandled(tx: Transaction, handler: string, messageId: string): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO inbox (handler, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING handler',
    [handler, messageId],
  );
  return rows.length > 0;
}
