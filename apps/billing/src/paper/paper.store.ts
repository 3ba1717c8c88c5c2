import type { Transaction } from '@daiko/persistence';
import type { ClaimRow, LedgerRow, PaperKind } from './paper.js';

const partnerColumn = { invoice: 'insurer_number', 'payment-notice': 'provider_number' } as const;

/** Sealed claims of a month by partner, kind and 請求区分; `partnerNumber` null: of all. */
export async function sealedClaims(
  tx: Transaction,
  kind: PaperKind,
  month: string,
  partnerNumber: string | null,
): Promise<ClaimRow[]> {
  const column = partnerColumn[kind];
  return tx.query<ClaimRow>(
    `SELECT ${column} AS "partnerNumber", kind, claim_type AS "claimType", count(*)::integer AS "recordCount",
            sum(unit_yen)::bigint AS "unitYen", sum(copayment_yen)::bigint AS "copaymentYen",
            sum(other_program_yen)::bigint AS "otherProgramYen", sum(claim_yen)::bigint AS "claimYen"
     FROM claim WHERE processing_month = $1 AND state IN ('sealed', 'offset') AND ($2::text IS NULL OR ${column} = $2)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [month, partnerNumber],
  );
}

/** Balance of account 1202 (送付済未請求債権) of a month by partner of the journals. */
export async function sealedBalances(
  tx: Transaction,
  kind: PaperKind,
  month: string,
  partnerNumber: string | null,
): Promise<LedgerRow[]> {
  const column = partnerColumn[kind];
  return tx.query<LedgerRow>(
    `SELECT journal.${column} AS "partnerNumber", sum(posting.debit_yen - posting.credit_yen)::bigint AS yen
     FROM posting JOIN journal ON journal.id = posting.journal_id
     WHERE posting.account = '1202' AND posting.processing_month = $1
       AND ($2::text IS NULL OR journal.${column} = $2)
     GROUP BY 1`,
    [month, partnerNumber],
  );
}
