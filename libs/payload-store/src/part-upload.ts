import type { Client } from 'minio';
import { withinTime } from './object-store.js';

const timeoutMs = 120_000;

/**
 * Writes one object of unknown length: a single put where it stays below one part, otherwise a multipart upload with one part on
 * its way while the next is gathered. Holds at most three parts in memory.
 */
export class PartUpload {
  private pieces: Buffer[] = [];
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
  ) {}

  /** Takes a piece; waits while a part is on its way and the next is full. */
  async write(piece: Buffer): Promise<void> {
    this.pieces.push(piece);
    this.gatheredBytes += piece.length;
    if (this.gatheredBytes >= this.partBytes) await this.sendPart();
  }

  /** The object is there when this returns. */
  async finish(): Promise<void> {
    if (this.uploadId === null) {
      const whole = Buffer.concat(this.pieces);
      this.pieces = [];
      await withinTime(
        this.client.putObject(this.bucket, this.objectKey, whole, whole.length),
        timeoutMs,
        'put object',
      );
      return;
    }
    if (this.gatheredBytes > 0) await this.sendPart();
    await this.settle();
    await withinTime(
      this.client.completeMultipartUpload(this.bucket, this.objectKey, this.uploadId, this.parts),
      timeoutMs,
      'complete upload',
    );
  }

  /** Gives up what was sent so far; nothing is left where the store answers, otherwise the sweeper finds it. */
  async abort(): Promise<void> {
    this.pieces = [];
    await this.onItsWay.catch(() => undefined);
    if (this.uploadId === null) return;
    await withinTime(
      this.client.abortMultipartUpload(this.bucket, this.objectKey, this.uploadId),
      timeoutMs,
      'abort upload',
    );
  }

  private async settle(): Promise<void> {
    await this.onItsWay;
    if (this.failure !== undefined) throw this.failure;
  }

  private async sendPart(): Promise<void> {
    await this.settle();
    const body = Buffer.concat(this.pieces, this.gatheredBytes);
    this.pieces = [];
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
