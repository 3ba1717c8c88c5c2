import type { Client } from 'minio';
import { Readable } from 'node:stream';

/** As much of the S3 client as the payload store asks for, in memory; tests mutate what is stored. */
export class MemoryObjectStore {
  readonly objects = new Map<string, { body: Buffer; modifiedAt: Date }>();
  readonly uploads = new Map<string, { key: string; parts: Map<number, Buffer>; initiated: Date }>();
  readonly ranges: { offset: number; length: number }[] = [];
  failingPart: number | null = null;
  largestPartBytes = 0;
  now = new Date('2026-11-24T00:00:00Z');

  get client(): Client {
    return this as unknown as Client;
  }

  body(objectKey: string): Buffer {
    const stored = this.objects.get(objectKey);
    if (stored === undefined) throw new Error(`no object ${objectKey}`);
    return stored.body;
  }

  replace(objectKey: string, body: Buffer): void {
    this.objects.set(objectKey, { body, modifiedAt: this.now });
  }

  async putObject(_bucket: string, key: string, body: Buffer): Promise<void> {
    this.objects.set(key, { body: Buffer.from(body), modifiedAt: this.now });
  }

  async initiateNewMultipartUpload(_bucket: string, key: string): Promise<string> {
    const uploadId = `upload-${this.uploads.size}`;
    this.uploads.set(uploadId, { key, parts: new Map(), initiated: this.now });
    return uploadId;
  }

  async uploadPart(
    target: { uploadID: string; partNumber: number },
    body: Buffer,
  ): Promise<{ etag: string }> {
    if (this.failingPart === target.partNumber) throw new Error('the store is down');
    this.largestPartBytes = Math.max(this.largestPartBytes, body.length);
    this.uploads.get(target.uploadID)?.parts.set(target.partNumber, Buffer.from(body));
    return { etag: String(target.partNumber) };
  }

  async completeMultipartUpload(_bucket: string, key: string, uploadId: string, etags: { part: number }[]) {
    const parts = this.uploads.get(uploadId)?.parts ?? new Map<number, Buffer>();
    const body = Buffer.concat(etags.map(({ part }) => parts.get(part) ?? Buffer.alloc(0)));
    this.objects.set(key, { body, modifiedAt: this.now });
    this.uploads.delete(uploadId);
  }

  async abortMultipartUpload(_bucket: string, _key: string, uploadId: string): Promise<void> {
    this.uploads.delete(uploadId);
  }

  async getPartialObject(_bucket: string, key: string, offset: number, length: number): Promise<Readable> {
    this.ranges.push({ offset, length });
    const stored = this.objects.get(key);
    if (stored === undefined) throw Object.assign(new Error('no such key'), { code: 'NoSuchKey' });
    if (offset >= stored.body.length) throw Object.assign(new Error('range'), { code: 'InvalidRange' });
    return Readable.from([stored.body.subarray(offset, offset + length)]);
  }

  async removeObject(_bucket: string, key: string): Promise<void> {
    this.objects.delete(key);
  }

  listObjects(_bucket: string, prefix: string): Readable {
    const names = [...this.objects.keys()].filter((name) => name.startsWith(prefix)).sort();
    return Readable.from(names.map((name) => ({ name, lastModified: this.objects.get(name)?.modifiedAt })));
  }

  listIncompleteUploads(_bucket: string, prefix: string): Readable {
    return Readable.from(
      [...this.uploads]
        .filter(([, upload]) => upload.key.startsWith(prefix))
        .map(([uploadId, upload]) => ({ uploadId, key: upload.key, initiated: upload.initiated })),
    );
  }
}
