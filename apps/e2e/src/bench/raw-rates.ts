import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { connect } from 'amqplib';
import { connectObjectStore, ensureBucket } from '@daiko/payload-store';
import { entriesOf } from '../archive/opened-archive.js';
import { objectStoreSecret } from '../leak/search-places.js';
import { connectSuperuser, portsOf } from '../platform/superuser.js';

/** What the machine and the bare servers do by themselves: each of our figures can be read as a share of these. */
export interface RawRates {
  /** Ms per record (both of its documents), one thread. */
  sha256MsPerRecord: number;
  gzipMsPerRecord: number;
  gunzipMsPerRecord: number;
  /** Transactions of one inserted row, one connection, durable. */
  postgresCommitsPerSecond: number;
  /** Rows by statements of 1,000, one connection, durable. */
  postgresRowsPerSecond: number;
  /** Persistent messages of 1 KiB into a quorum queue, each confirmed, 100 under way. */
  rabbitmqConfirmsPerSecond: number;
  /** The same taken out and acknowledged, 100 under way. */
  rabbitmqDeliveriesPerSecond: number;
  /** Objects of 256 KiB put one after the other. */
  objectStorePutsPerSecond: number;
}

/** Measures the references with the documents of an archive and the servers of a platform that rests. */
export async function measureRawRates(stateFolder: string, archive: string): Promise<RawRates> {
  return {
    ...(await documentRates(archive)),
    ...(await postgresRates(stateFolder)),
    ...(await rabbitmqRates(stateFolder)),
    ...(await objectStoreRates(stateFolder)),
  };
}

const documentsMax = 4000;
const documentsPerRecord = 2;

async function documentRates(archive: string) {
  const documents: Buffer[] = [];
  for await (const { fileName, bytes } of entriesOf(archive)) {
    if (/\/(DATA|CLAIMS)\/.*\.xml$/.test(fileName)) documents.push(Buffer.from(bytes));
    if (documents.length === documentsMax) break;
  }
  const records = documents.length / documentsPerRecord;
  const timed = <T>(work: (document: Buffer) => T): [number, T[]] => {
    const start = process.cpuUsage();
    const results = documents.map(work);
    const { user, system } = process.cpuUsage(start);
    return [(user + system) / 1000 / records, results];
  };
  const [sha256MsPerRecord] = timed((document) => createHash('sha256').update(document).digest());
  const [gzipMsPerRecord, packed] = timed((document) => gzipSync(document));
  let next = 0;
  const [gunzipMsPerRecord] = timed(() => gunzipSync(packed[next++] as Buffer).length);
  return { sha256MsPerRecord, gzipMsPerRecord, gunzipMsPerRecord };
}

/** Things a second that `work` does, `count` in all. */
async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return count / ((performance.now() - start) / 1000);
}

async function postgresRates(stateFolder: string) {
  const [commits, statements, rows] = [1000, 50, 1000];
  const database = await connectSuperuser(stateFolder);
  try {
    await database.query('CREATE TABLE bench_raw (id bigint, body text)');
    const postgresCommitsPerSecond = await rateOf(commits, async () => {
      for (let id = 0; id < commits; id += 1)
        await database.query('INSERT INTO bench_raw VALUES ($1, $2)', [id, 'x'.repeat(100)]);
    });
    const ids = Array.from({ length: rows }, (_, id) => id);
    const bodies = ids.map(() => 'x'.repeat(100));
    const postgresRowsPerSecond = await rateOf(statements * rows, async () => {
      for (let each = 0; each < statements; each += 1)
        await database.query('INSERT INTO bench_raw SELECT * FROM unnest($1::bigint[], $2::text[])', [
          ids,
          bodies,
        ]);
    });
    return { postgresCommitsPerSecond, postgresRowsPerSecond };
  } finally {
    await database.query('DROP TABLE IF EXISTS bench_raw');
    await database.close();
  }
}

async function rabbitmqRates(stateFolder: string) {
  const [messages, underWay, queue] = [5000, 100, 'bench-raw'];
  const url = (await readFile(join(stateFolder, 'secrets/broker-url'), 'utf8')).trim();
  const connection = await connect(url, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  try {
    await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    const body = randomBytes(1024);
    const rabbitmqConfirmsPerSecond = await rateOf(messages, async () => {
      for (let sent = 0; sent < messages; sent += underWay) {
        for (let each = 0; each < underWay; each += 1) channel.sendToQueue(queue, body, { persistent: true });
        await channel.waitForConfirms();
      }
    });
    await channel.prefetch(underWay);
    const rabbitmqDeliveriesPerSecond = await rateOf(messages, async () => {
      const taken = Promise.withResolvers<void>();
      let count = 0;
      await channel.consume(queue, (message) => {
        if (message === null) return;
        channel.ack(message);
        count += 1;
        if (count === messages) taken.resolve();
      });
      await taken.promise;
    });
    return { rabbitmqConfirmsPerSecond, rabbitmqDeliveriesPerSecond };
  } finally {
    await channel.deleteQueue(queue).catch(() => undefined);
    await connection.close();
  }
}

async function objectStoreRates(stateFolder: string) {
  const [objects, bucket, region] = [50, 'bench-raw', 'us-east-1'];
  const { swiftProxy } = await portsOf(stateFolder);
  const client = connectObjectStore({
    endpoint: `http://127.0.0.1:${swiftProxy}`,
    region,
    ...(await objectStoreSecret(stateFolder)),
  });
  await ensureBucket(client, bucket, region);
  const body = randomBytes(256 * 1024);
  const names = Array.from({ length: objects }, (_, index) => `object-${index}`);
  const objectStorePutsPerSecond = await rateOf(objects, async () => {
    for (const name of names) await client.putObject(bucket, name, body, body.length);
  });
  for (const name of names) await client.removeObject(bucket, name);
  await client.removeBucket(bucket);
  return { objectStorePutsPerSecond };
}
