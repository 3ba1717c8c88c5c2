import type { Transaction } from '@daiko/persistence';
import { differenceYen, type Journal, type Posting } from './journal.js';

/** Writes journals with their postings; the database checks the balance of each again at commit (`posting_is_balanced`). */
export async function insertJournals(tx: Transaction, journals: readonly Journal[]): Promise<void> {
  if (journals.length === 0) return;
  for (const { id, postings } of journals) {
    if (differenceYen(postings) !== 0) throw new Error(`journal ${id} does not balance`);
  }
  await tx.query(
    `INSERT INTO journal (id, cause_message_id, rule, provider_number, insurer_number, bundle_id, record_count, occurred_at,
       period, reverses)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::integer[],
       $8::timestamptz[], $9::text[], $10::uuid[])`,
    [
      journals.map(({ id }) => id),
      journals.map(({ causeMessageId }) => causeMessageId),
      journals.map(({ rule }) => rule),
      journals.map(({ providerNumber }) => providerNumber),
      journals.map(({ insurerNumber }) => insurerNumber),
      journals.map(({ bundleId }) => bundleId),
      journals.map(({ recordCount }) => recordCount),
      journals.map(({ occurredAt }) => occurredAt),
      journals.map(({ period }) => period),
      journals.map(({ reverses }) => reverses),
    ],
  );
  const lines = journals.flatMap(({ id, postings }) =>
    postings.map((posting, line) => ({ id, line, ...posting })),
  );
  await tx.query(
    `INSERT INTO posting (journal_id, line, account, partner_number, processing_month, debit_yen, credit_yen)
     SELECT * FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])`,
    [
      lines.map(({ id }) => id),
      lines.map(({ line }) => line),
      lines.map(({ account }) => account),
      lines.map(({ partnerNumber }) => partnerNumber),
      lines.map(({ processingMonth }) => processingMonth),
      lines.map(({ debitYen }) => debitYen),
      lines.map(({ creditYen }) => creditYen),
    ],
  );
}

/** The journals of E2 of a bundle that no journal has reversed. */
export function sealingJournals(tx: Transaction, bundleId: string): Promise<Journal[]> {
  const isOpen = `NOT EXISTS (SELECT FROM journal AS mirror WHERE mirror.reverses = journal.id)`;
  return journalsWhere(tx, `bundle_id = $1 AND rule = 'E2' AND ${isOpen}`, bundleId);
}

export function journalsById(tx: Transaction, ids: readonly string[]): Promise<Journal[]> {
  return journalsWhere(tx, 'id = ANY ($1::uuid[])', ids);
}

async function journalsWhere(tx: Transaction, condition: string, parameter: unknown): Promise<Journal[]> {
  const rows = await tx.query<Omit<Journal, 'postings'>>(
    `SELECT id, cause_message_id AS "causeMessageId", rule, provider_number AS "providerNumber",
            insurer_number AS "insurerNumber", bundle_id AS "bundleId", record_count AS "recordCount",
            occurred_at AS "occurredAt", period, reverses
     FROM journal WHERE ${condition} ORDER BY id`,
    [parameter],
  );
  if (rows.length === 0) return [];
  const postings = await tx.query<Posting & { journalId: string }>(
    `SELECT journal_id AS "journalId", account, partner_number AS "partnerNumber", processing_month AS "processingMonth",
            debit_yen AS "debitYen", credit_yen AS "creditYen"
     FROM posting WHERE journal_id = ANY ($1::uuid[]) ORDER BY journal_id, line`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...row,
    postings: postings
      .filter(({ journalId }) => journalId === row.id)
      .map(({ journalId: _, ...posting }) => posting),
  }));
}
