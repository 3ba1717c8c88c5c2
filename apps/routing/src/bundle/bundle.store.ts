import type { Transaction } from '@daiko/persistence';

/** The row of a bundle that is planned: its name is taken, its records are reserved next, in the same transaction. */
export async function insertBundle(
  tx: Transaction,
  bundle: {
    bundleId: string;
    insurerNumber: string;
    kind: string;
    name: string;
    today: string;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO bundle (bundle_id, insurer_number, kind, name, created_day, state, planned_at, record_count,
       unit_yen, copayment_yen, other_program_yen, claim_yen, record_hash_sum)
     VALUES ($1, $2, $3, $4, $5, 'planned', $6, 0, 0, 0, 0, 0, 0)`,
    [bundle.bundleId, bundle.insurerNumber, bundle.kind, bundle.name, bundle.today, bundle.now],
  );
}
