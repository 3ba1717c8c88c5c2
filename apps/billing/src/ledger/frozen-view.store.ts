import type { Transaction } from '@daiko/persistence';

/** One picture for all statements that follow; the first statement of a transaction. */
export async function freezeView(tx: Transaction): Promise<void> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
}
