import type { HistoryState, KnownRecord, LinkingTicket } from '@daiko/inspection-rules';
import type { LeafKey } from '@daiko/payload-store';
import type { Transaction } from '@daiko/persistence';

/** Whom earlier records are looked up for. */
export interface HistoryKeys {
  persons: Buffer[];
  names: Buffer[];
  /** 整理番号 with the insurer that issued it. */
  tickets: LinkingTicket[];
}

/** One row of the history. */
export interface HistoryRow extends KnownRecord {
  personPlace: number;
  leaf: Buffer | null;
  leafKeyId: string | null;
}

/** A row to be entered. */
export interface NewHistoryRow extends HistoryRow {
  replaces: { submissionId: string; index: number } | null;
}

const columns = `h.submission_id AS "submissionId", h.record_index AS index, h.person_digest AS "personDigest",
  h.person_place AS "personPlace", h.name_digest AS "nameDigest", h.content_digest AS "contentDigest",
  h.is_guidance AS "isGuidance", h.insurer_number AS "insurerNumber", h.institution_number AS "institutionNumber",
  h.ticket_number AS "ticketNumber", h.programme, h.service_date AS "serviceDate", h.checkup_date AS "checkupDate",
  h.timing, h.guidance_level AS level, h.unit_yen AS "unitYen", h.calculated_yen AS "calculatedYen",
  h.claim_yen AS "claimYen", h.state, h.received_on AS "receivedOn", h.leaf, h.leaf_key_id AS "leafKeyId",
  h.entered_at`;

/** Rows that one person, name or ticket may bring; a ticket number that many people share brings no more. */
const rowsOfOneMax = 64;

/** Earlier records of persons, names and tickets, each once, oldest first; one query a chunk. */
export async function findHistory(tx: Transaction, keys: HistoryKeys): Promise<HistoryRow[]> {
  const { persons, names, tickets } = keys;
  if (persons.length === 0 && names.length === 0 && tickets.length === 0) return [];
  return tx.query<HistoryRow>(
    `WITH found AS (
       SELECT ${columns} FROM unnest($1::bytea[]) AS p(digest) CROSS JOIN LATERAL
         (SELECT * FROM history_record WHERE person_digest = p.digest ORDER BY person_place DESC LIMIT ${rowsOfOneMax}) AS h
       UNION
       SELECT ${columns} FROM unnest($2::bytea[]) AS n(digest) CROSS JOIN LATERAL
         (SELECT * FROM history_record WHERE name_digest = n.digest ORDER BY entered_at DESC LIMIT ${rowsOfOneMax}) AS h
       UNION
       SELECT ${columns} FROM unnest($3::text[], $4::text[]) AS t(ticket, insurer) CROSS JOIN LATERAL
         (SELECT * FROM history_record WHERE ticket_number = t.ticket AND insurer_number = t.insurer
          ORDER BY entered_at DESC LIMIT ${rowsOfOneMax}) AS h
     )
     SELECT * FROM found ORDER BY entered_at, "submissionId", index`,
    [
      persons,
      names,
      tickets.map(({ ticketNumber }) => ticketNumber),
      tickets.map(({ insurerNumber }) => insurerNumber),
    ],
  );
}

/** First day of receipt of which the agency has the records; null where it has none. */
export async function historySince(tx: Transaction): Promise<string | null> {
  const rows = await tx.query<{ since: string | null }>(
    `SELECT min(inspection_date) AS since FROM submission WHERE state <> 'refused'`,
  );
  return rows[0]?.since ?? null;
}

/** Enters records; answers how many were entered: fewer than given means that a place was taken meanwhile. */
export async function enterHistory(
  tx: Transaction,
  rows: readonly NewHistoryRow[],
  enteredAt: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  const of = <K extends keyof NewHistoryRow>(name: K): NewHistoryRow[K][] => rows.map((row) => row[name]);
  const entered = await tx.query(
    `INSERT INTO history_record (submission_id, record_index, person_digest, person_place, name_digest, content_digest,
       is_guidance, insurer_number, institution_number, ticket_number, programme, service_date, checkup_date, timing,
       guidance_level, unit_yen, calculated_yen, claim_yen, state, received_on, leaf, leaf_key_id,
       replaces_submission_id, replaces_record_index, entered_at)
     SELECT r.*, $25 FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::int[], $5::bytea[], $6::bytea[], $7::boolean[],
       $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::bigint[],
       $17::bigint[], $18::bigint[], $19::text[], $20::text[], $21::bytea[], $22::uuid[], $23::uuid[], $24::int[])
       AS r(submission, record, person) ORDER BY r.person
     ON CONFLICT DO NOTHING RETURNING record_index`,
    [
      of('submissionId'),
      of('index'),
      of('personDigest'),
      of('personPlace'),
      of('nameDigest'),
      of('contentDigest'),
      of('isGuidance'),
      of('insurerNumber'),
      of('institutionNumber'),
      of('ticketNumber'),
      of('programme'),
      of('serviceDate'),
      of('checkupDate'),
      of('timing'),
      of('level'),
      of('unitYen'),
      of('calculatedYen'),
      of('claimYen'),
      of('state'),
      of('receivedOn'),
      of('leaf'),
      of('leafKeyId'),
      rows.map(({ replaces }) => replaces?.submissionId ?? null),
      rows.map(({ replaces }) => replaces?.index ?? null),
      enteredAt,
    ],
  );
  return entered.length;
}

/** What became of a record: decided, settled, returned, withdrawn (取下げ, 過誤返戻). Nothing where the history has none. */
export async function setHistoryState(
  tx: Transaction,
  submissionId: string,
  recordIndex: number,
  state: HistoryState,
  changedAt: Date,
): Promise<void> {
  await tx.query(
    `UPDATE history_record SET state = $3, changed_at = $4 WHERE submission_id = $1 AND record_index = $2`,
    [submissionId, recordIndex, state, changedAt],
  );
}

export async function insertLeafKey(tx: Transaction, key: LeafKey, madeAt: Date): Promise<void> {
  await tx.query(
    `INSERT INTO history_key (leaf_key_id, key_id, wrapped_key, made_at) VALUES ($1, $2, $3, $4)`,
    [key.leafKeyId, key.keyId, key.wrappedKey, madeAt],
  );
}

export async function findLeafKeys(tx: Transaction, leafKeyIds: string[]): Promise<LeafKey[]> {
  return tx.query<LeafKey>(
    `SELECT leaf_key_id AS "leafKeyId", key_id AS "keyId", wrapped_key AS "wrappedKey" FROM history_key
     WHERE leaf_key_id = ANY($1::uuid[])`,
    [leafKeyIds],
  );
}
