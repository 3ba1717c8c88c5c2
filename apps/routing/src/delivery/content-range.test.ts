import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerContent, parseRange, type Representation } from './content-range.js';

const sha256 = 'a'.repeat(64);
const file: Representation = {
  fileName: '91399113_06139463_202611240_1.zip',
  mediaType: 'application/zip',
  sizeBytes: 1000,
  sha256,
};
const etag = `"${sha256}"`;

describe('ranges of a download', () => {
  it('are read as RFC 9110 writes them', () => {
    expect(parseRange('bytes=0-99', 1000)).toEqual({ start: 0, end: 99 });
    expect(parseRange('bytes=900-', 1000)).toEqual({ start: 900, end: 999 });
    expect(parseRange('bytes=-1', 1000)).toEqual({ start: 999, end: 999 });
    expect(parseRange('bytes=-5000', 1000)).toEqual({ start: 0, end: 999 });
    expect(parseRange('bytes=990-5000', 1000)).toEqual({ start: 990, end: 999 });
    expect(parseRange('bytes=1000-', 1000)).toBe('unsatisfiable');
    expect(parseRange('bytes=-0', 1000)).toBe('unsatisfiable');
  });

  it('that are several, of another unit or unreadable are passed over', () => {
    for (const header of [undefined, '', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=-', 'bytes=9-1', 'bytes=a-b']) {
      expect(parseRange(header, 1000)).toBe('whole');
    }
  });

  it('never reach outside the file, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(5000)),
        fc.option(fc.nat(5000)),
        fc.integer({ min: 1, max: 3000 }),
        (a, b, size) => {
          const range = parseRange(`bytes=${a ?? ''}-${b ?? ''}`, size);
          if (typeof range === 'string') return;
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThan(size);
        },
      ),
    );
  });
});

describe('the answer to a download', () => {
  it('is the whole file with its digests and its name', () => {
    const { status, headers, range } = answerContent(file, {});
    expect([status, range]).toEqual([200, { start: 0, end: 999 }]);
    expect(headers).toMatchObject({
      etag,
      'content-length': '1000',
      'content-disposition': 'attachment; filename="91399113_06139463_202611240_1.zip"',
      'content-digest': headers['repr-digest'],
    });
  });

  it('is a part with the digest of the whole under Repr-Digest only', () => {
    const { status, headers } = answerContent(file, { range: 'bytes=10-19' });
    expect(status).toBe(206);
    expect(headers).toMatchObject({ 'content-range': 'bytes 10-19/1000', 'content-length': '10' });
    expect(headers['repr-digest']).toMatch(/^sha-256=:.+:$/);
    expect(headers['content-digest']).toBeUndefined();
  });

  it('goes on with a part only where the file is still the same', () => {
    expect(answerContent(file, { range: 'bytes=10-19', 'if-range': etag }).status).toBe(206);
    expect(answerContent(file, { range: 'bytes=10-19', 'if-range': '"other"' }).status).toBe(200);
    expect(answerContent(file, { range: 'bytes=10-19', 'if-range': `W/${etag}` }).status).toBe(200);
  });

  it('is nothing new, or nothing at all', () => {
    expect(answerContent(file, { 'if-none-match': `"x", W/${etag}` }).status).toBe(304);
    expect(answerContent(file, { range: 'bytes=1000-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */1000' },
    });
  });
});
