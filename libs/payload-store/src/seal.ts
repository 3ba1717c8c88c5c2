import type { PayloadRef } from '@daiko/contracts';
import { createHash } from 'node:crypto';
import type { ByteSource } from './byte-source.js';
import type { PartUpload } from './part-upload.js';
import { sealSegment, type SegmentBinding, segmentBytes } from './segment-cipher.js';

/** What a sealing needs; made by `PayloadStore.seal`. */
export interface SealingParts {
  payloadId: string;
  objectKey: string;
  keyId: string;
  wrappedKey: string;
  owner: string;
  dataKey: Buffer;
  upload: PartUpload;
  openSource: (ref: PayloadRef, dataKey: Buffer) => ByteSource;
}

/**
 * One payload being sealed (封緘) while it arrives. Writes are in order and one at a time. Nothing of it counts until `finish`
 * returned and its reference stands in a committed row; `abort` leaves nothing.
 */
export class SealingSession {
  readonly payloadId: string;
  readonly objectKey: string;
  private readonly binding: SegmentBinding;
  private readonly digest = createHash('sha256');
  private readonly plain = Buffer.allocUnsafe(segmentBytes);
  private filledBytes = 0;
  private segmentCount = 0;
  private sizeBytes = 0;
  private state: 'open' | 'finished' | 'aborted' = 'open';
  private ref: PayloadRef | null = null;

  constructor(private readonly parts: SealingParts) {
    this.payloadId = parts.payloadId;
    this.objectKey = parts.objectKey;
    this.binding = { payloadId: parts.payloadId, owner: parts.owner };
  }

  /** Plain bytes taken so far. */
  get writtenBytes(): number {
    return this.sizeBytes;
  }

  /** SHA-256 of the plain bytes taken so far, hex; lets a caller decide before `finish`. */
  sha256SoFar(): string {
    return this.digest.copy().digest('hex');
  }

  /** Seals the next bytes; resolves when more may come (backpressure of the store). */
  async write(chunk: Uint8Array): Promise<void> {
    if (this.state !== 'open') throw new Error(`the sealing is ${this.state}`);
    this.digest.update(chunk);
    this.sizeBytes += chunk.length;
    let from = 0;
    while (from < chunk.length) {
      // A full segment waits for the next byte, since only then it is known not to be the last.
      if (this.filledBytes === segmentBytes) await this.sealFilled(false);
      const take = Math.min(segmentBytes - this.filledBytes, chunk.length - from);
      this.plain.set(chunk.subarray(from, from + take), this.filledBytes);
      this.filledBytes += take;
      from += take;
    }
  }

  /** Seals the last segment and completes the object. On a failure `abort` must be called. */
  async finish(): Promise<PayloadRef> {
    if (this.state !== 'open') throw new Error(`the sealing is ${this.state}`);
    await this.sealFilled(true);
    await this.parts.upload.finish();
    this.state = 'finished';
    this.ref = {
      payloadId: this.payloadId,
      objectKey: this.objectKey,
      keyId: this.parts.keyId,
      wrappedKey: this.parts.wrappedKey,
      segmentBytes,
      segmentCount: this.segmentCount,
      sizeBytes: this.sizeBytes,
      sha256: this.digest.digest('hex'),
    };
    return this.ref;
  }

  /** Gives up before `finish`; a payload that is finished is removed with `PayloadStore.remove`. */
  async abort(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'aborted';
    this.plain.fill(0);
    this.parts.dataKey.fill(0);
    await this.parts.upload.abort();
  }

  /** Reads back what was sealed, from the store, with the data key that is still in memory. Only after `finish`. */
  source(): ByteSource {
    if (this.ref === null) throw new Error('the sealing is not finished');
    return this.parts.openSource(this.ref, this.parts.dataKey);
  }

  private async sealFilled(isFinal: boolean): Promise<void> {
    const filled = this.plain.subarray(0, this.filledBytes);
    const index = this.segmentCount;
    this.segmentCount += 1;
    this.filledBytes = 0;
    await this.parts.upload.write((target, offset) =>
      sealSegment(this.parts.dataKey, filled, this.binding, index, isFinal, target, offset),
    );
  }
}
