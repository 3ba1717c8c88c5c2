import type { Transaction } from '@daiko/persistence';
import type { AccountSums, BundleCounts, ClaimSums } from './trial-balance.js';

export async function accountSums(tx: Transaction): Promise<AccountSums[]> {
  return tx.query<AccountSums>(
    `SELECT account, sum(debit_yen)::bigint AS "debitYen", sum(credit_yen)::bigint AS "creditYen"
     FROM posting GROUP BY account`,
  );
}

export async function claimSums(tx: Transaction): Promise<ClaimSums> {
  const [row] = await tx.query<ClaimSums>(
    `SELECT coalesce(sum(claim_yen) FILTER (WHERE state = 'accepted'), 0)::bigint AS "acceptedYen",
            coalesce(sum(claim_yen) FILTER (WHERE state = 'sealed'), 0)::bigint AS "sealedYen"
     FROM claim`,
  );
  return row ?? { acceptedYen: 0, sealedYen: 0 };
}

export async function countUnbalanced(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::integer AS count
     FROM (SELECT FROM posting GROUP BY journal_id HAVING sum(debit_yen) <> sum(credit_yen)) AS unbalanced`,
  );
  return row?.count ?? 0;
}

export async function bundleCounts(tx: Transaction): Promise<BundleCounts> {
  const [row] = await tx.query<BundleCounts>(
    `SELECT (count(*) FILTER (WHERE posting = 'none' AND sealed_at IS NOT NULL))::integer AS waiting,
            (count(*) FILTER (WHERE posting = 'differs'))::integer AS differing
     FROM bundle`,
  );
  return row ?? { waiting: 0, differing: 0 };
}
