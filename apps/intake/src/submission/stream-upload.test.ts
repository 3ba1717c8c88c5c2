import { describe, expect, it } from '@jest/globals';
import { boundedBody, streamUpload } from './stream-upload.js';

// Purpose: a body is read within its bounds of size and patience, and every byte reaches seal and scanner.

async function* chunksOf(...sizes: number[]): AsyncGenerator<Uint8Array> {
  for (const size of sizes) yield Buffer.alloc(size, size);
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.length;
  return bytes;
}

describe('boundedBody', () => {
  it('passes what keeps the limit to the byte', async () => {
    expect(await readAll(boundedBody(chunksOf(5, 5), { bytesMax: 10, stallMs: 1000 }))).toBe(10);
  });

  it('stops at the first byte too many', async () => {
    const body = boundedBody(chunksOf(5, 6, 100), { bytesMax: 10, stallMs: 1000 });
    await expect(readAll(body)).rejects.toThrow('intake.archive-too-large');
  });

  it('gives up on a body that stalls, without waiting for it', async () => {
    const body = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1);
      await new Promise(() => undefined);
    };
    await expect(readAll(boundedBody(body(), { bytesMax: 10, stallMs: 20 }))).rejects.toThrow(
      'intake.upload-stalled',
    );
  });

  it('gives up on a body that drips, but not on one that is only waited for elsewhere', async () => {
    const drip = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        yield Buffer.alloc(1);
      }
    };
    const bounds = { bytesMax: 1000, stallMs: 60 };
    await expect(readAll(boundedBody(drip(), bounds))).rejects.toThrow('intake.upload-stalled');
    let bytes = 0;
    for await (const chunk of boundedBody(chunksOf(1, 1, 1), bounds)) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      bytes += chunk.length;
    }
    expect(bytes).toBe(3);
  });

  it('calls a broken line what it is', async () => {
    const body = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1);
      throw new Error('ECONNRESET');
    };
    await expect(readAll(boundedBody(body(), { bytesMax: 10, stallMs: 1000 }))).rejects.toThrow(
      'intake.body-unreadable',
    );
  });
});

describe('streamUpload', () => {
  it('hands every chunk to both, in order, and waits for the slower', async () => {
    const sealed: number[] = [];
    const scanned: number[] = [];
    const slowly = async (into: number[], chunk: Uint8Array) => {
      await new Promise((resolve) => setImmediate(resolve));
      into.push(chunk.length);
    };
    await streamUpload(
      chunksOf(1, 2, 3),
      { write: async (chunk) => void sealed.push(chunk.length) },
      { write: (chunk) => slowly(scanned, chunk) },
    );
    expect([sealed, scanned]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('waits for the other where one fails, then fails as that one did', async () => {
    let isWritten = false;
    const slow = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isWritten = true;
    };
    const failing = () => Promise.reject(new Error('the scanner is down'));
    await expect(streamUpload(chunksOf(1, 2), { write: slow }, { write: failing })).rejects.toThrow(
      'the scanner is down',
    );
    expect(isWritten).toBe(true);
  });
});
