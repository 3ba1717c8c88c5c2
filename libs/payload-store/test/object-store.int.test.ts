import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'minio';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connectObjectStore,
  ensureBucket,
  isStoreReachable,
  KeyRing,
  PayloadMissing,
  PayloadStore,
  PayloadTampered,
  Sweeper,
} from '../src/index.js';
import { withinTime } from '../src/object-store.js';

// Purpose: sealing, ranged reading, tamper detection and sweeping hold against a real S3 server, not only against our idea of one.

const now = new Date();
const mebibyte = 1024 * 1024;
const bucket = `payload-${randomUUID()}`;
let folder: string;
let client: Client;
let store: PayloadStore;

beforeAll(async () => {
  const { objectStore } = JSON.parse(await readFile(process.env.DAIKO_TEST_ENDPOINTS ?? '', 'utf8'));
  folder = await mkdtemp(join(tmpdir(), 'daiko-payload-'));
  client = connectObjectStore({
    endpoint: `http://${objectStore.endPoint}:${objectStore.port}`,
    region: objectStore.region,
    accessKey: objectStore.accessKey,
    secretKey: objectStore.secretKey,
  });
  await Promise.all([1, 2, 3].map(() => ensureBucket(client, bucket, objectStore.region)));
  const keyRing = new KeyRing({
    publicFolder: join(folder, 'public'),
    privateFolder: join(folder, 'private'),
  });
  store = new PayloadStore({ client, bucket, keyRing });
});

afterAll(async () => {
  for await (const { objectKey } of store.list('')) await store.remove(objectKey);
  await client.removeBucket(bucket);
  await rm(folder, { recursive: true, force: true });
});

async function sealed(body: Uint8Array, service = 'intake') {
  const session = await store.seal({
    service,
    owner: 'platform',
    retention: 'transit',
    purpose: 'submission',
    now,
  });
  for (let from = 0; from < body.length; from += 65_536) {
    await session.write(body.subarray(from, from + 65_536));
  }
  return { session, ref: await session.finish() };
}

describe('payloads in the object store', () => {
  it.each([0, 1000, 8 * mebibyte, 20 * mebibyte + 17])('seals and reads back %i bytes', async (length) => {
    const body = randomBytes(length);
    const { ref, session } = await sealed(body);
    const source = await store.open(ref, 'test');
    expect(Buffer.from(await source.read(0, length)).equals(body)).toBe(true);
    const middle = Math.floor(length / 2);
    expect(
      Buffer.from(await session.source().read(middle, length - middle)).equals(body.subarray(middle)),
    ).toBe(true);
  });

  it('leaves nothing of an aborted sealing', async () => {
    const session = await store.seal({
      service: 'aborted',
      owner: 'platform',
      retention: 'transit',
      purpose: 'submission',
      now,
    });
    await session.write(randomBytes(10 * mebibyte));
    await session.abort();
    const left: string[] = [];
    for await (const { objectKey } of store.list('aborted/')) left.push(objectKey);
    expect(left).toEqual([]);
    expect(await store.abortUploadsBefore('aborted/', new Date(Date.now() + 60_000))).toBe(0);
  });

  it('detects truncation, exchange and loss', async () => {
    const { ref } = await sealed(randomBytes(600_000));
    const { ref: other } = await sealed(randomBytes(600_000));
    const stored = Buffer.from(await readStored(ref.objectKey));
    await client.putObject(bucket, ref.objectKey, stored.subarray(0, 300_000));
    await expect((await store.open(ref, 'test')).read(500_000, 10)).rejects.toThrow(PayloadTampered);
    await client.putObject(bucket, ref.objectKey, Buffer.from(await readStored(other.objectKey)));
    await expect((await store.open(ref, 'test')).read(0, 10)).rejects.toThrow(PayloadTampered);
    await store.remove(ref.objectKey);
    await store.remove(ref.objectKey);
    await expect((await store.open(ref, 'test')).read(0, 10)).rejects.toThrow(PayloadMissing);
  });

  it('sweeps objects and uploads without a row', async () => {
    const { ref: kept } = await sealed(randomBytes(100), 'swept');
    const { ref: orphan } = await sealed(randomBytes(9 * mebibyte), 'swept');
    await client.initiateNewMultipartUpload(bucket, 'swept/2026-11/never-completed', {});
    const sweeper = new Sweeper({
      store,
      service: 'swept',
      graceMs: 0,
      rows: { knows: async () => new Set([kept.objectKey]), claim: async () => true },
    });
    const result = await sweeper.sweep(new Date(Date.now() + 60_000));
    expect(result).toEqual({ removed: 1, kept: 1, uploadsAborted: 1 });
    await expect((await store.open(orphan, 'test')).read(0, 10)).rejects.toThrow(PayloadMissing);
  });

  it('says whether the store is there', async () => {
    expect(await isStoreReachable(client, bucket, 5000)).toBe(true);
    const nowhere = connectObjectStore({
      endpoint: 'http://127.0.0.1:9',
      region: 'us-east-1',
      accessKey: 'a',
      secretKey: 'b',
    });
    expect(await isStoreReachable(nowhere, bucket, 5000)).toBe(false);
  });

  it.each([500, 503, 507])(
    'a store that answers %i is an outage, for reading as for writing',
    async (status) => {
      const server = createServer((_, response) => response.writeHead(status).end());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const endpoint = `http://127.0.0.1:${port}`;
      const failing = connectObjectStore({ endpoint, region: 'us-east-1', accessKey: 'a', secretKey: 'b' });
      const upload = withinTime(failing.putObject(bucket, 'key', Buffer.from('x')), 30_000, 'put');
      await expect(upload).rejects.toMatchObject({ name: 'ObjectStoreUnavailable', isOutage: true });
      const read = withinTime(failing.getPartialObject(bucket, 'key', 0, 1), 30_000, 'get');
      await expect(read).rejects.toMatchObject({ name: 'ObjectStoreUnavailable', isOutage: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  );
});

async function readStored(objectKey: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await client.getObject(bucket, objectKey)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
