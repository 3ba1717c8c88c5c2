import type { Transaction } from '@daiko/persistence';

/** Notes that a handler has had a message; false where it was noted before (also by a transaction that commits meanwhile). */
export async function noteHandled(tx: Transaction, handler: string, messageId: string): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO inbox (handler, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING handler',
    [handler, messageId],
  );
  return rows.length > 0;
}

const forgottenAtOnce = 5_000;

/**
 * Forgets messages that were handled more than `days` ago (at least 7), a bounded number in each statement; how many. What comes
 * again after that finds the natural key of its effect taken.
 */
export async function forgetHandled(database: Transaction, days: number): Promise<number> {
  for (let forgotten = 0; ;) {
    const [row] = await database.query<{ count: number }>('SELECT forget_handled($1, $2) AS count', [
      days,
      forgottenAtOnce,
    ]);
    const count = row?.count ?? 0;
    forgotten += count;
    if (count < forgottenAtOnce) return forgotten;
  }
}
