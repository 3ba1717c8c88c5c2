import { recordHash } from '@daiko/contracts';
import { PermanentFailure } from '@daiko/messaging';
import type { Transaction } from '@daiko/persistence';
import type { Claim } from './claim.js';

/**
 * Queues those who change claims of the same insurers until the end of the transaction; sorted, so that two never wait for
 * each other. A bundle that looks for its claims and a chunk that looks for waiting bundles then always see one another.
 */
export async function lockInsurers(tx: Transaction, insurerNumbers: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(number, 1201))
     FROM (SELECT number FROM unnest($1::text[]) AS number ORDER BY number) AS sorted`,
    [[...insurerNumbers].sort()],
  );
}

/** Writes claims that are not there yet and returns them. One that is there with other yen or another insurer is a fault: dead letter. */
export async function insertClaims(
  tx: Transaction,
  claims: readonly Claim[],
  journalIds: ReadonlyMap<string, string>,
): Promise<Claim[]> {
  const [first] = claims;
  if (first === undefined) return [];
  const rows = await tx.query<{ record_index: number }>(
    `INSERT INTO claim (submission_id, provider_number, kind, processing_month, accepted_at, record_index, insurer_number,
       service_date, claim_type, guidance_timing, guidance_level, unit_yen, copayment_yen, other_program_yen, claim_yen,
       record_hash, accepted_journal_id)
     SELECT $1, $2, $3, $4, $5, * FROM unnest($6::integer[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
       $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::numeric[], $17::uuid[])
     ON CONFLICT ON CONSTRAINT claim_is_accepted_once DO NOTHING RETURNING record_index`,
    [
      first.submissionId,
      first.providerNumber,
      first.kind,
      first.processingMonth,
      first.acceptedAt,
      claims.map(({ index }) => index),
      claims.map(({ insurerNumber }) => insurerNumber),
      claims.map(({ serviceDate }) => serviceDate),
      claims.map(({ claimType }) => claimType),
      claims.map(({ guidanceTiming }) => guidanceTiming),
      claims.map(({ guidanceLevel }) => guidanceLevel),
      claims.map(({ unitYen }) => unitYen),
      claims.map(({ copaymentYen }) => copaymentYen),
      claims.map(({ otherProgramYen }) => otherProgramYen),
      claims.map(({ claimYen }) => claimYen),
      claims.map(({ submissionId, index }) => recordHash(submissionId, index).toString()),
      claims.map(({ insurerNumber }) => journalIds.get(insurerNumber)),
    ],
  );
  const inserted = new Set(rows.map((row) => row.record_index));
  const known = claims.filter(({ index }) => !inserted.has(index));
  if (known.length > 0) await assertSameClaims(tx, first.submissionId, known);
  return claims.filter(({ index }) => inserted.has(index));
}

async function assertSameClaims(
  tx: Transaction,
  submissionId: string,
  known: readonly Claim[],
): Promise<void> {
  const [row] = await tx.query<{ same: number }>(
    `SELECT count(*)::integer AS same FROM claim
     JOIN unnest($2::integer[], $3::bigint[], $4::text[]) AS again (record_index, claim_yen, insurer_number)
       USING (record_index, claim_yen, insurer_number)
     WHERE submission_id = $1`,
    [
      submissionId,
      known.map(({ index }) => index),
      known.map(({ claimYen }) => claimYen),
      known.map(({ insurerNumber }) => insurerNumber),
    ],
  );
  if (row?.same !== known.length) throw new PermanentFailure('claim-differs');
}
