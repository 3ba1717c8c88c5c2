import type { Client } from 'minio';
import { withinTime } from './object-store.js';
import { release } from './segment-cipher.js';

const timeoutMs = 120_000;

/**
 * Writes one object of unknown length: a single put where it stays below one part, otherwise a multipart upload with one part on
 * its way while the next is gathered. Two buffers take turns, so that memory neither grows nor churns with the length.
 */
export class PartUpload {
  private gathering: Buffer<ArrayBuffer>;
  private spare: Buffer<ArrayBuffer> | null = null;
  private gatheredBytes = 0;
  private uploadId: string | null = null;
  private readonly parts: { part: number; etag: string }[] = [];
  private onItsWay: Promise<void> = Promise.resolve();
  private failure: unknown;

  constructor(
    private readonly client: Client,
    private readonly bucket: string,
    private readonly objectKey: string,
    private readonly partBytes: number,
    /** Bytes of one piece at most; a part may be longer than `partBytes` by that much. */
    pieceBytesMax: number,
  ) {
    // Pages that are never written cost nothing, so a small payload is not charged for a whole part.
    this.gathering = Buffer.allocUnsafeSlow(partBytes + pieceBytesMax);
  }

  /** Lets `fill` write one piece into the part being gathered (it answers its length); waits while both parts are full. */
  async write(fill: (target: Buffer, offset: number) => number): Promise<void> {
    this.gatheredBytes += fill(this.gathering, this.gatheredBytes);
    if (this.gatheredBytes >= this.partBytes) await this.sendPart();
  }

  /** The object is there when this returns. */
  async finish(): Promise<void> {
    if (this.uploadId === null) {
      const whole = this.gathering.subarray(0, this.gatheredBytes);
      await withinTime(
        this.client.putObject(this.bucket, this.objectKey, whole, whole.length),
        timeoutMs,
        'put object',
      );
      this.giveBack();
      return;
    }
    if (this.gatheredBytes > 0) await this.sendPart();
    await this.settle();
    await withinTime(
      this.client.completeMultipartUpload(this.bucket, this.objectKey, this.uploadId, this.parts),
      timeoutMs,
      'complete upload',
    );
    this.giveBack();
  }

  /** Gives up what was sent so far; nothing is left where the store answers, otherwise the sweeper finds it. */
  async abort(): Promise<void> {
    await this.onItsWay.catch(() => undefined);
    if (this.uploadId === null) return;
    await withinTime(
      this.client.abortMultipartUpload(this.bucket, this.objectKey, this.uploadId),
      timeoutMs,
      'abort upload',
    );
  }

  /** Only where everything has arrived: until then a request may still read from a buffer. */
  private giveBack(): void {
    release(this.gathering);
    if (this.spare !== null) release(this.spare);
  }

  private async settle(): Promise<void> {
    await this.onItsWay;
    if (this.failure !== undefined) throw this.failure;
  }

  private async sendPart(): Promise<void> {
    await this.settle();
    const filled = this.gathering;
    const body = filled.subarray(0, this.gatheredBytes);
    this.gathering = this.spare ?? Buffer.allocUnsafeSlow(filled.length);
    this.spare = filled;
    this.gatheredBytes = 0;
    this.uploadId ??= await withinTime(
      this.client.initiateNewMultipartUpload(this.bucket, this.objectKey, {}),
      timeoutMs,
      'begin upload',
    );
    const part = this.parts.length + 1;
    const place = { part, etag: '' };
    this.parts.push(place);
    this.onItsWay = this.putPart(this.uploadId, part, body).then(
      (etag) => {
        place.etag = etag;
      },
      (error: unknown) => {
        this.failure = error;
      },
    );
  }

  private async putPart(uploadID: string, partNumber: number, body: Buffer): Promise<string> {
    const target = { bucketName: this.bucket, objectName: this.objectKey, uploadID, partNumber, headers: {} };
    const { etag } = await withinTime(this.client.uploadPart(target, body), timeoutMs, 'put part');
    return etag;
  }
}
