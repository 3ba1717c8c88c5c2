import type { EntryRef, MessageData } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { DeliveredRecord, ReplyOutcome } from './match-reply.js';

type Judged = MessageData<'inspection.reply.judged.v1'>;

/** Notes an insurer's archive and one part of it; false where the part was taken before. */
export async function noteReplyPart(tx: Transaction, reply: Judged): Promise<boolean> {
  await tx.query(
    `INSERT INTO reply (reply_id, insurer_number, interaction_type, root_name, payload) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [reply.replyId, reply.insurerNumber, reply.interactionType, reply.rootName, reply.payload],
  );
  const rows = await tx.query(
    `INSERT INTO reply_part (reply_id, part_index) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING part_index`,
    [reply.replyId, reply.partIndex],
  );
  return rows.length > 0;
}

/** Records that the insurer has acknowledged under these names, locked, by name; several where a name was used again. */
export async function deliveredRecords(
  tx: Transaction,
  insurerNumber: string,
  kind: string,
  digits: readonly string[],
): Promise<Map<string, DeliveredRecord[]>> {
  const rows = await tx.query<DeliveredRecord & { digits: string }>(
    `SELECT l.file_digits AS digits, r.submission_id AS "submissionId", r.record_index AS index, r.state,
       r.provider_number AS "providerNumber", r.claim_yen AS "claimYen", r.result_entry AS "resultEntry",
       b.acknowledged_at AS "acknowledgedAt"
     FROM bundle b JOIN bundle_line l USING (bundle_id) JOIN record r USING (submission_id, record_index)
     WHERE b.insurer_number = $1 AND b.kind = $2 AND b.state = 'acknowledged' AND l.file_digits = ANY($3::text[])
     ORDER BY r.submission_id, r.record_index FOR UPDATE OF r`,
    [insurerNumber, kind, digits],
  );
  const byName = new Map<string, DeliveredRecord[]>();
  for (const { digits: name, ...record } of rows) byName.set(name, [...(byName.get(name) ?? []), record]);
  return byName;
}

/** Moves the taken records to `sent-back` in one statement: out of their bundle, on the way to their providers. */
export async function sendBack(
  tx: Transaction,
  replyId: string,
  outcomes: readonly ReplyOutcome[],
): Promise<void> {
  const taken = outcomes.flatMap(({ record, original }) =>
    original === null
      ? []
      : [{ ...original, reason: record.returnReason, entry: record.claimFile as EntryRef }],
  );
  if (taken.length === 0) return;
  const rows = await tx.query(
    `UPDATE record r SET state = 'sent-back', live_bundle_id = NULL, returned_by = 'insurer', return_reason = t.reason,
       return_text = NULL, reply_id = $1, reply_entry = t.entry
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[]) AS t(submission, index, reason, entry)
     WHERE r.submission_id = t.submission AND r.record_index = t.index AND r.state = 'delivered'
     RETURNING r.record_index`,
    [
      replyId,
      taken.map(({ submissionId }) => submissionId),
      taken.map(({ index }) => index),
      taken.map(({ reason }) => reason ?? '09'),
      taken.map(({ entry }) => JSON.stringify(entry)),
    ],
  );
  if (rows.length !== taken.length) throw new Error('a record that was locked as delivered is not');
}
