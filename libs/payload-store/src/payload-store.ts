import type { PayloadRef } from '@daiko/contracts';
import type { Client } from 'minio';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ByteSource } from './byte-source.js';
import { ownerOf, monthOf, type Retention } from './key-id.js';
import type { KeyRing, PublicKey } from './key-ring.js';
import { unwrapKey, wrapKey, wrappedPurpose } from './key-wrap.js';
import { partBytes, storeErrorCode, withinTime } from './object-store.js';
import { PartUpload } from './part-upload.js';
import { PayloadTampered, type ReadStored, SealedSource } from './read-range.js';
import { SealingSession } from './seal.js';
import type { SegmentCache } from './segment-cache.js';
import { segmentBytes, tagBytes } from './segment-cipher.js';

/** What is sealed: for whom, for how long, and why. */
export interface SealOptions {
  /** Service whose row will hold the reference; first part of the object key. */
  service: string;
  /** Whose key it is sealed to: `platform` or an insurer number. */
  owner: string;
  retention: Retention;
  /** What the payload is for, words of `a-z-`; bound into the wrapped key. */
  purpose: string;
  now: Date;
  /** Expected size in bytes, where known; lets very large payloads use larger parts. */
  sizeHintBytes?: number;
}

/** A use of a private key (鍵の使用), for the log of its own. */
export interface KeyUse {
  keyId: string;
  payloadId: string;
  purpose: string;
}

/** The object of a payload is not in the store. */
export class PayloadMissing extends Error {
  constructor(readonly objectKey: string) {
    super(`no object ${objectKey}`);
    this.name = 'PayloadMissing';
  }
}

export interface StoredObject {
  objectKey: string;
  modifiedAt: Date;
}

type UploadOrPrefix = { prefix: string } | { key: string; uploadId: string; initiated: Date };

const requestTimeoutMs = 60_000;
const partsMax = 10_000;

/** Sealed payloads (封緘した本文) in the object store: put, ranged get, list and delete are all that is asked of it. */
export class PayloadStore {
  private readonly client: Client;
  private readonly bucket: string;
  private readonly keyRing: KeyRing;
  private readonly onKeyUsed: ((use: KeyUse) => void | Promise<void>) | undefined;

  constructor(options: {
    client: Client;
    bucket: string;
    keyRing: KeyRing;
    /** Called before the key opens anything; where it throws, nothing is opened. */
    onKeyUsed?: (use: KeyUse) => void | Promise<void>;
  }) {
    this.client = options.client;
    this.bucket = options.bucket;
    this.keyRing = options.keyRing;
    this.onKeyUsed = options.onKeyUsed;
  }

  /**
   * Begins to seal a payload under a fresh data key. Nothing is sent before the first part is full or `finish` is called.
   * @throws {KeyMissing} where the owner has no key for this month
   */
  async seal(options: SealOptions): Promise<SealingSession> {
    const { owner, service, purpose } = options;
    const recipient = await this.keyRing.currentPublicKey(owner, options.retention, options.now);
    const payloadId = uuidv7();
    const objectKey = `${service}/${monthOf(options.now)}/${payloadId}`;
    const dataKey = randomBytes(32);
    const wrappedKey = wrapKey(dataKey, recipient.key, { payloadId, keyId: recipient.keyId, purpose });
    const bytesOfPart = Math.max(partBytes, Math.ceil((options.sizeHintBytes ?? 0) / (partsMax / 2)));
    return new SealingSession({
      payloadId,
      objectKey,
      keyId: recipient.keyId,
      wrappedKey,
      owner,
      dataKey,
      upload: new PartUpload(this.client, this.bucket, objectKey, bytesOfPart, segmentBytes + tagBytes),
      openSource: (ref, key) => this.sourceOf(ref, key),
    });
  }

  /**
   * Opens a payload for ranged reads; the data key is unwrapped once and stays in the source.
   * @param purpose why it is opened, for the log of key use
   * @param cache where opened segments stay; by default the eight last used of this payload, and one of no more is fetched whole
   * @throws {KeyMissing} {PayloadTampered}; reads also throw {PayloadMissing}
   */
  async open(ref: PayloadRef, purpose: string, cache?: SegmentCache): Promise<ByteSource> {
    await this.onKeyUsed?.({ keyId: ref.keyId, payloadId: ref.payloadId, purpose });
    return this.sourceOf(ref, await this.dataKeyOf(ref), cache);
  }

  /** The same payload under another key of the same owner (key rotation, legal hold); no object is rewritten. */
  async rewrap(ref: PayloadRef, toKey: PublicKey): Promise<PayloadRef> {
    if (ownerOf(toKey.keyId) !== ownerOf(ref.keyId))
      throw new Error('a payload keeps its owner when it is re-wrapped');
    await this.onKeyUsed?.({ keyId: ref.keyId, payloadId: ref.payloadId, purpose: 'rewrap' });
    const dataKey = await this.dataKeyOf(ref);
    const context = {
      payloadId: ref.payloadId,
      keyId: toKey.keyId,
      purpose: wrappedPurpose(ref.wrappedKey) ?? '',
    };
    const wrappedKey = wrapKey(dataKey, toKey.key, context);
    dataKey.fill(0);
    return { ...ref, keyId: toKey.keyId, wrappedKey };
  }

  /** Removes an object; no error where it is gone already. */
  async remove(objectKey: string): Promise<void> {
    try {
      await withinTime(this.client.removeObject(this.bucket, objectKey), requestTimeoutMs, 'remove object');
    } catch (error) {
      if (storeErrorCode(error) !== 'NoSuchKey') throw error;
    }
  }

  /** Objects under a prefix such as `intake/`, in the order of their keys. */
  async *list(prefix: string): AsyncGenerator<StoredObject> {
    const objects = this.client.listObjects(this.bucket, prefix, true);
    for await (const item of objects as AsyncIterable<{ name?: string; lastModified?: Date }>) {
      if (item.name !== undefined && item.lastModified !== undefined) {
        yield { objectKey: item.name, modifiedAt: new Date(item.lastModified) };
      }
    }
  }

  /** Gives up multipart uploads under a prefix that began before `before` and were never completed; how many. */
  async abortUploadsBefore(prefix: string, before: Date): Promise<number> {
    let count = 0;
    // Level by level, since Swift answers a listing without delimiter with prefixes only.
    const uploads = this.client.listIncompleteUploads(this.bucket, prefix, false);
    for await (const found of uploads as AsyncIterable<UploadOrPrefix>) {
      if ('prefix' in found) {
        if (found.prefix !== prefix) count += await this.abortUploadsBefore(found.prefix, before);
      } else if (new Date(found.initiated) < before) {
        await this.client.abortMultipartUpload(this.bucket, found.key, found.uploadId);
        count += 1;
      }
    }
    return count;
  }

  private async dataKeyOf(ref: PayloadRef): Promise<Buffer> {
    const purpose = wrappedPurpose(ref.wrappedKey);
    if (purpose === null) throw new PayloadTampered(ref.payloadId, 'the wrapped key has an unknown form');
    const privateKey = await this.keyRing.privateKey(ref.keyId);
    const context = { payloadId: ref.payloadId, keyId: ref.keyId, purpose };
    const dataKey = unwrapKey(ref.wrappedKey, privateKey, context);
    if (dataKey === null)
      throw new PayloadTampered(ref.payloadId, 'the wrapped key was made for something else');
    return dataKey;
  }

  private sourceOf(ref: PayloadRef, dataKey: Buffer, cache?: SegmentCache): ByteSource {
    const readStored: ReadStored = (offset, length) => this.readStored(ref, offset, length);
    return new SealedSource(ref, ownerOf(ref.keyId), dataKey, readStored, cache);
  }

  private async readStored(
    ref: PayloadRef,
    offset: number,
    length: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await withinTime(this.readRange(ref.objectKey, offset, length), requestTimeoutMs, 'get range');
    } catch (error) {
      const code = storeErrorCode(error);
      if (code === 'NoSuchKey' || code === 'NotFound') throw new PayloadMissing(ref.objectKey);
      if (code === 'InvalidRange')
        throw new PayloadTampered(ref.payloadId, 'the object is shorter than what was sealed');
      throw error;
    }
  }

  private async readRange(
    objectKey: string,
    offset: number,
    length: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const stream = await this.client.getPartialObject(this.bucket, objectKey, offset, length);
    const stored = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      filled += chunk.copy(stored, filled, 0, Math.min(chunk.length, length - filled));
    }
    return stored.subarray(0, filled);
  }
}
