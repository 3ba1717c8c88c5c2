import type { Transaction } from '@daiko/persistence';
import type { AccountDifference, AccountSums, BundleCounts, JournalFaults } from './trial-balance.js';

export async function accountSums(tx: Transaction): Promise<AccountSums[]> {
  return tx.query<AccountSums>(
    `SELECT account, sum(debit_yen)::bigint AS "debitYen", sum(credit_yen)::bigint AS "creditYen"
     FROM posting GROUP BY account`,
  );
}

/** Compares every account with the claims, partner by partner and month by month. */
export async function accountDifferences(tx: Transaction): Promise<AccountDifference[]> {
  return tx.query<AccountDifference>(
    `WITH book AS (
       SELECT account, partner_number, processing_month, sum(debit_yen - credit_yen) AS yen FROM posting GROUP BY 1, 2, 3
     ), claimed AS (
       SELECT CASE state WHEN 'accepted' THEN '1201' ELSE '1202' END AS account, insurer_number AS partner_number,
              processing_month, sum(claim_yen) AS yen
       FROM claim WHERE state NOT IN ('sent-back', 'withdrawn') GROUP BY 1, 2, 3
       UNION ALL
       SELECT '2101', provider_number, processing_month, -sum(claim_yen)
       FROM claim WHERE state NOT IN ('sent-back', 'withdrawn') GROUP BY 1, 2, 3
       UNION ALL
       SELECT '1230', provider_number, processing_month, sum(claim_yen) FROM claim WHERE state = 'offset' GROUP BY 1, 2, 3
       UNION ALL
       SELECT '2120', insurer_number, processing_month, -sum(claim_yen) FROM claim WHERE state = 'offset' GROUP BY 1, 2, 3
     )
     SELECT account, sum(abs(coalesce(book.yen, 0) - coalesce(claimed.yen, 0)))::bigint AS "differenceYen"
     FROM book FULL JOIN claimed USING (account, partner_number, processing_month) GROUP BY account`,
  );
}

export async function journalFaults(tx: Transaction): Promise<JournalFaults> {
  const [row] = await tx.query<JournalFaults>(
    `SELECT (SELECT count(*)::integer
             FROM (SELECT FROM posting GROUP BY journal_id HAVING sum(debit_yen) <> sum(credit_yen)) AS unbalanced) AS unbalanced,
            (SELECT count(*)::integer
             FROM (SELECT accepted_journal_id AS id, sum(claim_yen) AS yen FROM claim GROUP BY 1) AS claimed
             FULL JOIN (SELECT journal.id, sum(posting.debit_yen) AS yen FROM journal
                        JOIN posting ON posting.journal_id = journal.id WHERE rule = 'E1' GROUP BY 1) AS posted USING (id)
             WHERE claimed.yen IS DISTINCT FROM posted.yen) AS unmatched`,
  );
  return row ?? { unbalanced: 0, unmatched: 0 };
}

export async function bundleCounts(tx: Transaction): Promise<BundleCounts> {
  const [row] = await tx.query<BundleCounts>(
    `SELECT (count(*) FILTER (WHERE posting = 'none' AND sealed_at IS NOT NULL))::integer AS waiting,
            (count(*) FILTER (WHERE posting = 'differs'))::integer AS differing
     FROM bundle`,
  );
  return row ?? { waiting: 0, differing: 0 };
}
