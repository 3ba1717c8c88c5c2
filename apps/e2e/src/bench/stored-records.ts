import type { Database, Transaction } from '@daiko/persistence';

/** Records that one step writes; a step is a transaction. */
const stepRecords = 200_000;
const perSubmission = 200;
/** What was stored lies in this many months before now. */
const months = 24;

/** An identifier that follows from a number: version 7, so that it lies in its index where one of its time would lie. */
const idOf = (what: string, number: string): string =>
  `(lpad(to_hex((extract(epoch FROM ${timeOf(number)}) * 1000)::bigint), 12, '0') || '7' ||
    left(md5('${what}' || (${number})), 3) || 'a' || substr(md5('${what}' || (${number})), 5, 15))::uuid`;

/** The older, the smaller the number: $3 is how many there will be in all. */
const timeOf = (number: string): string =>
  `(now() - interval '${months} months' + (${number})::float8 / $3 * interval '${months} months' - interval '1 day')`;

const submission = idOf('submission', `i / ${perSubmission}`);
const bundle = idOf('bundle', `i / ${perSubmission}`);
const at = timeOf(`i / ${perSubmission} * ${perSubmission}`);
const insurer = `lpad((6000000 + i % 997)::text, 8, '0')`;
const provider = `lpad((2710000000 + i / ${perSubmission} % 4999)::text, 10, '0')`;
const month = `to_char(${at} AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM')`;
const day = `to_char(${at} AT TIME ZONE 'Asia/Tokyo', 'YYYYMMDD')`;
/** Digests of persons lie anywhere in their index, as real ones do. */
const digest = (what: string): string => `sha256(convert_to('${what}' || i, 'UTF8'))`;
const entry = (folder: string, letter: string): string =>
  `jsonb_build_object('name', '${letter}' || lpad(i::text, 26, '0') || '.xml', 'folder', '${folder}', 'offset', i % ${perSubmission} * 4000,
     'compressedBytes', 1600, 'bytes', 8100, 'crc32', i)`;
const all = `FROM generate_series($1::bigint, $2::bigint - 1) AS i`;
const ofSubmission = `${all} WHERE i % ${perSubmission} = 0`;

/** One row a record, or a submission of 200, in each table that grows; written as their owner never could, for a measurement only. */
const statements: readonly string[] = [
  `INSERT INTO inspection.submission (submission_id, provider_number, sender_number, kind, file_name, sha256, inspection_date,
     settings_version, payload, state, record_count, record_hash_sum, chunk_count, inspected_chunk_count, accepted_count, taken_at, judged_at)
   SELECT ${submission}, ${provider}, ${provider}, 'checkup', 'x.zip', md5(i::text), ${day}, 'x', '{}', 'judged', ${perSubmission}, 1, 1, 1,
     ${perSubmission}, ${at}, ${at} ${ofSubmission}`,
  `INSERT INTO inspection.chunk (submission_id, chunk_index, record_indexes, record_hash_sum, claim_yen, inspected_at)
   SELECT ${submission}, 0, ARRAY(SELECT generate_series(0, ${perSubmission - 1})), 1, 1, ${at} ${ofSubmission}`,
  `INSERT INTO inspection.record (submission_id, record_index, chunk_index, verdict, claim_yen, record_hash, claim_key)
   SELECT ${submission}, i % ${perSubmission}, 0, 'accepted', 7000, i, ${digest('claim')} ${all}`,
  `INSERT INTO inspection.claim_history (claim_key, person_digest, submission_id, record_index, entered_at)
   SELECT ${digest('claim')}, ${digest('person')}, ${submission}, i % ${perSubmission}, ${at} ${all}`,
  `INSERT INTO inspection.history_record (submission_id, record_index, person_digest, person_place, name_digest, content_digest, is_guidance,
     insurer_number, institution_number, ticket_number, programme, service_date, checkup_date, timing, guidance_level, unit_yen, claim_yen,
     state, received_on, entered_at)
   SELECT ${submission}, i % ${perSubmission}, ${digest('person')}, 1, ${digest('name')}, ${digest('content')}, false,
     ${insurer}, ${provider}, lpad(i::text, 11, '0'), '010', ${day}, ${day}, 'x', 'x', 8000, 7000, 'accepted', ${day}, ${at} ${all}`,
  `INSERT INTO routing.submission (submission_id, provider_number, kind, root_name, payload, received_at, chunk_count, record_count,
     record_hash_sum, judged_at, is_complete)
   SELECT ${submission}, ${provider}, 'checkup', 'x', '{}', ${at}, 1, ${perSubmission}, 1, ${at}, true ${ofSubmission}`,
  `INSERT INTO routing.chunk_seen (submission_id, chunk_index, record_count, seen_at)
   SELECT ${submission}, 0, ${perSubmission}, ${at} ${ofSubmission}`,
  `INSERT INTO routing.record (submission_id, record_index, state, provider_number, kind, insurer_number, unit_yen, copayment_yen,
     other_program_yen, claim_yen, record_hash, is_readable, result_entry, claim_entry, live_bundle_id)
   SELECT ${submission}, i % ${perSubmission}, 'delivered', ${provider}, 'checkup', ${insurer}, 8000, 1000, 0, 7000, i, true,
     ${entry('DATA', 'h')}, ${entry('CLAIMS', 'c')}, ${bundle} ${all}`,
  `INSERT INTO billing.claim (submission_id, record_index, provider_number, insurer_number, kind, service_date, claim_type, unit_yen,
     copayment_yen, other_program_yen, claim_yen, record_hash, processing_month, accepted_at, accepted_journal_id, state, bundle_id)
   SELECT ${submission}, i % ${perSubmission}, ${provider}, ${insurer}, 'checkup', ${day}, '1', 8000, 1000, 0, 7000, i, ${month}, ${at},
     ${idOf('journal', `i / ${perSubmission}`)}, 'sealed', ${bundle} ${all}`,
  `INSERT INTO billing.bundle_record (bundle_id, submission_id, record_index, claim_yen)
   SELECT ${bundle}, ${submission}, i % ${perSubmission}, 7000 ${all}`,
  `INSERT INTO billing.journal (id, cause_message_id, rule, provider_number, insurer_number, record_count, occurred_at, period)
   SELECT ${idOf('journal', `i / ${perSubmission}`)}, ${idOf('cause', `i / ${perSubmission}`)}, 'E1', ${provider}, ${insurer},
     ${perSubmission}, ${at}, ${month} ${ofSubmission}`,
  `INSERT INTO billing.posting (journal_id, line, account, partner_number, processing_month, debit_yen, credit_yen)
   SELECT ${idOf('journal', `i / ${perSubmission}`)}, line, CASE line WHEN 1 THEN '1201' ELSE '2101' END, ${insurer}, ${month},
     CASE line WHEN 1 THEN 1400000 ELSE 0 END, CASE line WHEN 2 THEN 1400000 ELSE 0 END
   FROM generate_series($1::bigint, $2::bigint - 1) AS i, generate_series(1, 2) AS line WHERE i % ${perSubmission} = 0`,
];

/** Services that consume and publish; each has marks and notes of handled messages, one for every ten records: ten times what there would be. */
const messengers = ['intake', 'inspection', 'routing', 'billing'] as const;
const ofTen = `${all} WHERE i % 10 = 0`;
const messages = (service: string): string[] => [
  `INSERT INTO ${service}.mark (stream, sequence, previous_hash, hash, id, type, subject, time, traceparent, body, body_bytes)
   SELECT '${service}/stored-' || i / 1000000, 1 + i % 1000000 / 10, repeat('0', 64), encode(${digest('mark')}, 'hex'),
     ${idOf(`${service} mark`, 'i')}, 'stored', '', ${at}, '', repeat('x', 400), 400 ${ofTen}`,
  `INSERT INTO ${service}.inbox (handler, message_id, handled_at)
   SELECT '${service}.stored', ${idOf(`${service} inbox`, 'i')}, ${at} ${ofTen}`,
];

/** Fills the tables from `from` up to `to` records; what is there is older than what comes. */
export async function storeRecords(
  database: Database,
  range: { from: number; to: number; inAll: number },
  log: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  for (let first = range.from; first < range.to; first += stepRecords) {
    const end = Math.min(range.to, first + stepRecords);
    await database.transaction(async (tx) => {
      await asMeasurer(tx);
      for (const statement of [...statements, ...messengers.flatMap(messages)]) {
        await tx.query(statement, [first, end, range.inAll]);
      }
    });
    log(`stored ${end} records after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  for (const service of messengers) {
    const tables = await database.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
      [service],
    );
    for (const { name } of tables) {
      await database.transaction(async (tx) => {
        await asMeasurer(tx);
        await tx.query(`ANALYZE "${service}"."${name}"`);
      });
    }
  }
}

/** No time limit, and no foreign keys or triggers for what is only there to be in the way. */
async function asMeasurer(tx: Transaction): Promise<void> {
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query('SET LOCAL session_replication_role = replica');
  await tx.query('SET LOCAL synchronous_commit = off');
}

/** What the database has done so far. */
export interface Touched {
  /** Pages of 8 KiB taken from memory or disk. */
  pages: number;
  /** Of these, not in the database's own memory. */
  read: number;
}

export async function touchedSoFar(database: Database): Promise<Touched> {
  const [row] = await database.query<{ pages: number; read: number }>(
    `SELECT (blks_hit + blks_read)::float8 AS pages, blks_read::float8 AS read FROM pg_stat_database WHERE datname = current_database()`,
  );
  return row ?? { pages: 0, read: 0 };
}

/** Bytes of all tables and indexes. */
export async function storedBytes(database: Database): Promise<number> {
  const [row] = await database.query<{ bytes: number }>(
    `SELECT pg_database_size(current_database())::float8 AS bytes`,
  );
  return row?.bytes ?? 0;
}
