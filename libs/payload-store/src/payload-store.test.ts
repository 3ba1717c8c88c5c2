import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryObjectStore } from '../test/memory-object-store.js';
import { KeyMissing, KeyRing } from './key-ring.js';
import { PayloadMissing, PayloadStore } from './payload-store.js';
import { PayloadTampered } from './read-range.js';
import { segmentBytes, tagBytes } from './segment-cipher.js';

// Purpose: what is sealed comes back byte for byte, and nothing that was changed in the store is ever handed out.

const now = new Date('2026-11-24T03:00:00Z');
const storedBytes = segmentBytes + tagBytes;
let folder: string;
let memory: MemoryObjectStore;
let store: PayloadStore;
let keyRing: KeyRing;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-payload-'));
  memory = new MemoryObjectStore();
  keyRing = new KeyRing({ publicFolder: join(folder, 'public'), privateFolder: join(folder, 'private') });
  store = new PayloadStore({ client: memory.client, bucket: 'daiko', keyRing });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sealed(body: Uint8Array, chunkBytes = 100_000, owner = 'platform') {
  const session = await store.seal({
    service: 'intake',
    owner,
    retention: 'transit',
    purpose: 'submission',
    now,
  });
  for (let from = 0; from < body.length; from += chunkBytes)
    await session.write(body.subarray(from, from + chunkBytes));
  return { session, ref: await session.finish() };
}

async function readAll(ref: Parameters<PayloadStore['open']>[0]): Promise<Uint8Array> {
  const source = await store.open(ref, 'test');
  return source.read(0, await source.size());
}

describe('sealing and opening', () => {
  it('gives back any range of a payload of any length', async () => {
    const lengths = [0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 3 * segmentBytes];
    for (const length of lengths) {
      const body = randomBytes(length);
      const { ref, session } = await sealed(body, 70_001);
      expect(ref).toMatchObject({
        sizeBytes: length,
        segmentCount: Math.max(1, Math.ceil(length / segmentBytes)),
      });
      const sources = [session.source(), await store.open(ref, 'test')];
      await fc.assert(
        fc.asyncProperty(fc.nat(length), fc.nat(length), async (a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          for (const source of sources) {
            expect(Buffer.from(await source.read(from, to - from)).equals(body.subarray(from, to))).toBe(
              true,
            );
          }
        }),
        { numRuns: 15 },
      );
    }
  });

  it('stores no plain bytes', async () => {
    const body = Buffer.alloc(segmentBytes + 500, 'plain words ');
    const { ref } = await sealed(body);
    expect(memory.body(ref.objectKey).includes('plain words')).toBe(false);
  });

  it('refuses to read beyond the end', async () => {
    const { session } = await sealed(Buffer.alloc(10));
    await expect(session.source().read(5, 6)).rejects.toThrow(RangeError);
    await expect(session.source().read(-1, 2)).rejects.toThrow(RangeError);
  });

  it('sends a large payload in bounded parts', async () => {
    const body = randomBytes(20 * 1024 * 1024);
    const { ref } = await sealed(body, 65_536);
    expect(memory.largestPartBytes).toBeLessThan(9 * 1024 * 1024);
    expect(Buffer.from(await readAll(ref)).equals(body)).toBe(true);
  });

  it('fetches neighbours in one request and each segment once', async () => {
    const { ref } = await sealed(randomBytes(4 * segmentBytes));
    const source = await store.open(ref, 'test');
    await Promise.all([source.read(10, 3 * segmentBytes), source.read(20, 5), source.read(segmentBytes, 7)]);
    await source.read(segmentBytes + 4, 100);
    expect(memory.ranges).toEqual([{ offset: 0, length: 4 * storedBytes }]);
  });

  it('fetches a small payload whole, in one request, and a larger one as far as it is asked for', async () => {
    const small = await sealed(randomBytes(8 * segmentBytes));
    const source = await store.open(small.ref, 'test');
    for (const index of [7, 0, 3]) await source.read(index * segmentBytes, 10);
    expect(memory.ranges).toEqual([{ offset: 0, length: 8 * storedBytes }]);
    const larger = await sealed(randomBytes(9 * segmentBytes));
    await (await store.open(larger.ref, 'test')).read(2 * segmentBytes, 10);
    expect(memory.ranges.at(-1)).toEqual({ offset: 2 * storedBytes, length: storedBytes });
  });
});

describe('a failing store', () => {
  it('gives readers of the same payload at the same time their own bytes', async () => {
    const body = randomBytes(12 * segmentBytes + 7);
    const { ref } = await sealed(body);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(body.length), fc.nat(body.length)), { minLength: 2, maxLength: 8 }),
        async (ranges) => {
          const source = await store.open(ref, 'test');
          await Promise.all(
            ranges.map(async ([a, b]) => {
              const [from, to] = [Math.min(a, b), Math.max(a, b)];
              const read = await source.read(from, to - from);
              expect(Buffer.compare(read, body.subarray(from, to))).toBe(0);
            }),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves no upload behind when the sealing is aborted', async () => {
    memory.failingPart = 2;
    await expect(sealed(randomBytes(30 * 1024 * 1024))).rejects.toThrow('the store is down');
    expect(memory.uploads.size).toBe(1);
    memory.failingPart = null;
    const session = await store.seal({
      service: 'intake',
      owner: 'platform',
      retention: 'transit',
      purpose: 'a',
      now,
    });
    await session.write(randomBytes(9 * 1024 * 1024));
    await session.abort();
    expect(memory.uploads.size).toBe(1);
    expect(memory.objects.size).toBe(0);
    await expect(session.write(Buffer.alloc(1))).rejects.toThrow('aborted');
  });

  it('tells a missing object from a tampered one', async () => {
    const { ref } = await sealed(randomBytes(100));
    await store.remove(ref.objectKey);
    await store.remove(ref.objectKey);
    await expect(readAll(ref)).rejects.toThrow(PayloadMissing);
  });
});

describe('tampering', () => {
  const changes: [string, (body: Buffer, other: Buffer) => Buffer][] = [
    [
      'one bit flipped',
      (body) => Buffer.concat([body.subarray(0, 5), Buffer.of((body[5] ?? 0) ^ 1), body.subarray(6)]),
    ],
    ['truncated inside a segment', (body) => body.subarray(0, body.length - 1)],
    ['last segment cut off', (body) => body.subarray(0, 2 * storedBytes)],
    ['all but the first segment cut off', (body) => body.subarray(0, storedBytes)],
    ['emptied', () => Buffer.alloc(0)],
    [
      'two segments exchanged',
      (body) =>
        Buffer.concat([
          body.subarray(storedBytes, 2 * storedBytes),
          body.subarray(0, storedBytes),
          body.subarray(2 * storedBytes),
        ]),
    ],
    ['another payload in its place', (_, other) => other],
  ];

  it.each(changes)('is detected: %s', async (_, change) => {
    const { ref } = await sealed(randomBytes(2 * segmentBytes + 1000));
    const { ref: other } = await sealed(randomBytes(2 * segmentBytes + 1000));
    memory.replace(ref.objectKey, change(memory.body(ref.objectKey), memory.body(other.objectKey)));
    await expect(readAll(ref)).rejects.toThrow(PayloadTampered);
  });

  it('of one segment spoils none beside it, though they come in one request', async () => {
    const body = randomBytes(3 * segmentBytes);
    const { ref } = await sealed(body);
    const stored = Buffer.from(memory.body(ref.objectKey));
    stored[storedBytes + 9]! ^= 1;
    memory.replace(ref.objectKey, stored);
    const source = await store.open(ref, 'test');
    await expect(source.read(segmentBytes, 10)).rejects.toThrow(PayloadTampered);
    expect(Buffer.compare(await source.read(0, 10), body.subarray(0, 10))).toBe(0);
    const last = body.subarray(2 * segmentBytes);
    expect(Buffer.compare(await source.read(2 * segmentBytes, segmentBytes), last)).toBe(0);
  });

  it('is detected where the row claims a shorter payload', async () => {
    const { ref } = await sealed(randomBytes(2 * segmentBytes));
    const shorter = { ...ref, sizeBytes: segmentBytes, segmentCount: 1 };
    await expect(readAll(shorter)).rejects.toThrow(PayloadTampered);
    await expect(readAll({ ...ref, segmentCount: 1 })).rejects.toThrow(PayloadTampered);
  });

  it('is detected where a wrapped key is moved to another payload, key or purpose', async () => {
    const { ref } = await sealed(randomBytes(10));
    const { ref: other } = await sealed(randomBytes(10));
    const wrapped = Buffer.from(ref.wrappedKey, 'base64');
    const renamed = Buffer.concat([wrapped.subarray(0, 81), Buffer.from('invoice')]).toString('base64');
    await expect(store.open({ ...ref, wrappedKey: other.wrappedKey }, 'test')).rejects.toThrow(
      PayloadTampered,
    );
    await expect(store.open({ ...ref, wrappedKey: renamed }, 'test')).rejects.toThrow(PayloadTampered);
    await expect(store.open({ ...ref, wrappedKey: 'AAAA' }, 'test')).rejects.toThrow(PayloadTampered);
  });
});

describe('who may open what', () => {
  it('lets a ring without private parts seal, but not open', async () => {
    await keyRing.ensureKey('platform', 'transit', '2026-11');
    const blind = new PayloadStore({
      client: memory.client,
      bucket: 'daiko',
      keyRing: new KeyRing({ publicFolder: join(folder, 'public') }),
    });
    const session = await blind.seal({
      service: 'intake',
      owner: 'platform',
      retention: 'transit',
      purpose: 'a',
      now,
    });
    await session.write(Buffer.from('once'));
    const ref = await session.finish();
    await expect(blind.open(ref, 'test')).rejects.toThrow(KeyMissing);
    expect(Buffer.from(await session.source().read(0, 4)).toString()).toBe('once');
    expect(Buffer.from(await readAll(ref)).toString()).toBe('once');
  });

  it('records the use of a key before it opens, and opens nothing where that fails', async () => {
    const uses: string[] = [];
    const { ref } = await sealed(randomBytes(10));
    const watched = new PayloadStore({
      client: memory.client,
      bucket: 'daiko',
      keyRing,
      onKeyUsed: (use) => {
        uses.push(`${use.keyId} ${use.purpose}`);
        throw new Error('the log is down');
      },
    });
    await expect(watched.open(ref, 'inspect')).rejects.toThrow('the log is down');
    expect(uses).toEqual([`${ref.keyId} inspect`]);
  });

  it('re-wraps to another key of the owner without touching the object, and then the old key may be destroyed', async () => {
    const body = randomBytes(1000);
    const { ref } = await sealed(body);
    const before = Buffer.from(memory.body(ref.objectKey));
    const keyId = await keyRing.ensureKey('platform', 'hold', '2026-11');
    const held = await store.rewrap(ref, { keyId, key: await keyRing.publicKey(keyId) });
    await keyRing.destroyKey(ref.keyId);
    expect(memory.body(ref.objectKey).equals(before)).toBe(true);
    expect(Buffer.from(await readAll(held)).equals(body)).toBe(true);
    await expect(readAll(ref)).rejects.toThrow(KeyMissing);
    const foreign = await keyRing.ensureKey('06132013', 'hold', '2026-11');
    const foreignKey = { keyId: foreign, key: await keyRing.publicKey(foreign) };
    await expect(store.rewrap(held, foreignKey)).rejects.toThrow('keeps its owner');
  });
});
