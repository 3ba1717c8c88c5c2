import type { MessageData } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';
import type { SentBackSum } from './post-sent-back.js';

/** Notes what was sent back; a record that is noted stays as it is. */
export async function noteSentBack(
  tx: Transaction,
  messageId: string,
  data: MessageData<'routing.records.sent-back.v1'>,
): Promise<void> {
  const originals = data.records.flatMap(({ original }) => (original === null ? [] : [original]));
  await tx.query(
    `INSERT INTO sent_back (submission_id, record_index, claim_yen, message_id, insurer_number, sent_back_at)
     SELECT t.*, $4::uuid, $5, $6::timestamptz FROM unnest($1::uuid[], $2::integer[], $3::bigint[]) AS t
     ON CONFLICT DO NOTHING`,
    [
      originals.map(({ submissionId }) => submissionId),
      originals.map(({ index }) => index),
      originals.map(({ claimYen }) => claimYen),
      messageId,
      data.insurerNumber,
      data.sentBackAt,
    ],
  );
}

/** Sums of the messages of these insurers whose claims are all here, sealed, and the same yen. */
export async function sumsToPost(tx: Transaction, insurerNumbers: readonly string[]): Promise<SentBackSum[]> {
  return tx.query<SentBackSum>(
    `WITH waiting AS (
       SELECT sent.*, claim.provider_number, claim.processing_month,
         claim.state = 'sealed' AND claim.claim_yen = sent.claim_yen AND claim.insurer_number = sent.insurer_number AS is_ready
       FROM sent_back AS sent
       LEFT JOIN claim ON claim.submission_id = sent.submission_id AND claim.record_index = sent.record_index
       WHERE NOT sent.is_posted AND sent.insurer_number = ANY ($1::text[])
     ), ready AS (
       SELECT message_id FROM waiting GROUP BY message_id HAVING bool_and(coalesce(is_ready, false))
     )
     SELECT message_id AS "messageId", insurer_number AS "insurerNumber", provider_number AS "providerNumber",
            processing_month AS "processingMonth", sent_back_at AS "sentBackAt", count(*)::integer AS "recordCount",
            sum(claim_yen)::bigint AS "claimYen"
     FROM waiting JOIN ready USING (message_id) GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 4`,
    [insurerNumbers],
  );
}

/** Claims of a message and month: `sent-back` leaves the bill, `offset` stays in the one that is out. */
export async function moveSentBack(
  tx: Transaction,
  { messageId, processingMonth, providerNumber }: SentBackSum,
  state: 'sent-back' | 'offset',
): Promise<void> {
  await tx.query(
    `WITH moved AS (
       UPDATE claim SET state = $4 FROM sent_back AS sent
       WHERE sent.message_id = $1 AND claim.submission_id = sent.submission_id AND claim.record_index = sent.record_index
         AND claim.processing_month = $2 AND claim.provider_number = $3
       RETURNING claim.submission_id, claim.record_index)
     UPDATE sent_back AS sent SET is_posted = true FROM moved
     WHERE sent.submission_id = moved.submission_id AND sent.record_index = moved.record_index`,
    [messageId, processingMonth, providerNumber, state],
  );
}
