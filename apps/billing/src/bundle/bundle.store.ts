import type { MessageData } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { BundleMatch, BundlePosting } from './next-step.js';
import type { SealedBundle, SealedSum } from './post-sealing.js';

/** A bundle that may have something to post. */
export interface OpenBundle extends SealedBundle {
  voidedMessageId: string | null;
  voidedAt: Date | null;
  posting: BundlePosting;
}

/** Notes a sealed bundle and the records it names; nothing where it was noted before. */
export async function noteSealed(
  tx: Transaction,
  messageId: string,
  data: MessageData<'routing.bundle.sealed.v1'>,
): Promise<void> {
  const rows = await tx.query(
    `INSERT INTO bundle (bundle_id, insurer_number, kind, sealed_message_id, sealed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (bundle_id) DO UPDATE
       SET kind = excluded.kind, sealed_message_id = excluded.sealed_message_id, sealed_at = excluded.sealed_at
       WHERE bundle.sealed_at IS NULL
     RETURNING bundle_id`,
    [data.bundleId, data.insurerNumber, data.kind, messageId, data.sealedAt],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO bundle_record (bundle_id, submission_id, record_index, claim_yen)
     SELECT $1, * FROM unnest($2::uuid[], $3::integer[], $4::bigint[])`,
    [
      data.bundleId,
      data.records.map(({ submissionId }) => submissionId),
      data.records.map(({ index }) => index),
      data.records.map(({ claimYen }) => claimYen),
    ],
  );
}

export async function noteVoided(
  tx: Transaction,
  messageId: string,
  data: MessageData<'routing.bundle.voided.v1'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO bundle (bundle_id, insurer_number, voided_message_id, voided_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (bundle_id) DO UPDATE SET voided_message_id = excluded.voided_message_id, voided_at = excluded.voided_at
       WHERE bundle.voided_at IS NULL`,
    [data.bundleId, data.insurerNumber, messageId, data.voidedAt],
  );
}

export async function noteAcknowledged(
  tx: Transaction,
  data: MessageData<'routing.bundle.acknowledged.v1'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO bundle (bundle_id, insurer_number, acknowledged_at) VALUES ($1, $2, $3)
     ON CONFLICT (bundle_id) DO UPDATE SET acknowledged_at = excluded.acknowledged_at
       WHERE bundle.acknowledged_at IS NULL`,
    [data.bundleId, data.insurerNumber, data.acknowledgedAt],
  );
}

/** Bundles of these insurers with something left to post: first those to reverse (that frees claims), then in order of sealing. */
export async function openBundles(tx: Transaction, insurerNumbers: readonly string[]): Promise<OpenBundle[]> {
  return tx.query<OpenBundle>(
    `SELECT bundle_id AS "bundleId", insurer_number AS "insurerNumber", sealed_message_id AS "sealedMessageId",
            sealed_at AS "sealedAt", voided_message_id AS "voidedMessageId", voided_at AS "voidedAt", posting
     FROM bundle
     WHERE insurer_number = ANY ($1::text[]) AND sealed_at IS NOT NULL
       AND (posting = 'none' OR (posting = 'sealed' AND voided_at IS NOT NULL))
     ORDER BY posting = 'none', sealed_at, bundle_id`,
    [insurerNumbers],
  );
}

export async function matchOf(tx: Transaction, bundleId: string): Promise<BundleMatch> {
  const [match] = await tx.query<BundleMatch>(
    `SELECT count(*)::integer AS named, count(claim.submission_id)::integer AS present,
            (count(*) FILTER (WHERE claim.state = 'accepted'))::integer AS accepted,
            (count(*) FILTER (WHERE claim.claim_yen <> named.claim_yen OR claim.insurer_number <> bundle.insurer_number
                              OR claim.kind <> bundle.kind))::integer AS differing
     FROM bundle JOIN bundle_record AS named USING (bundle_id)
     LEFT JOIN claim ON claim.submission_id = named.submission_id AND claim.record_index = named.record_index
     WHERE bundle.bundle_id = $1`,
    [bundleId],
  );
  return match ?? { named: 0, present: 0, accepted: 0, differing: 0 };
}

/** Yen of a bundle's claims by provider and month of acceptance. */
export async function sumsOf(tx: Transaction, bundleId: string): Promise<SealedSum[]> {
  return tx.query<SealedSum>(
    `SELECT claim.provider_number AS "providerNumber", claim.processing_month AS "processingMonth",
            count(*)::integer AS "recordCount", sum(claim.claim_yen)::bigint AS "claimYen"
     FROM bundle_record AS named
     JOIN claim ON claim.submission_id = named.submission_id AND claim.record_index = named.record_index
     WHERE named.bundle_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    [bundleId],
  );
}

export async function sealClaims(tx: Transaction, bundleId: string): Promise<void> {
  await tx.query(
    `UPDATE claim SET state = 'sealed', bundle_id = $1 FROM bundle_record AS named
     WHERE named.bundle_id = $1 AND claim.submission_id = named.submission_id AND claim.record_index = named.record_index`,
    [bundleId],
  );
}

export async function freeClaims(tx: Transaction, bundleId: string): Promise<void> {
  await tx.query(
    `UPDATE claim SET state = 'accepted', bundle_id = NULL FROM bundle_record AS named
     WHERE named.bundle_id = $1 AND claim.submission_id = named.submission_id AND claim.record_index = named.record_index
       AND claim.bundle_id = $1`,
    [bundleId],
  );
}

export async function notePosting(tx: Transaction, bundleId: string, posting: BundlePosting): Promise<void> {
  await tx.query('UPDATE bundle SET posting = $2 WHERE bundle_id = $1', [bundleId, posting]);
}
