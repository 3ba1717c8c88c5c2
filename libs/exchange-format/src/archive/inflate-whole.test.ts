import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inflateWhole } from './inflate-whole.js';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.string({ maxLength: 40 }).map((text) => Buffer.from(text.repeat(100))),
);

describe('expansion in one step', () => {
  it('gives back what was deflated, entry after entry, whatever broken ones come between', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 4 }), fc.nat(), (contents, seed) => {
        for (const content of contents) {
          const deflated = deflateRawSync(content);
          const broken = Buffer.from(deflated);
          broken[seed % broken.length]! ^= 1 << (seed % 8);
          inflateWhole(broken, content.length);
          expect(inflateWhole(deflated, content.length)).toEqual(Buffer.from(content));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('answers nothing for a stream that is cut off, is longer or shorter than was said, or has something behind it', () => {
    const content = Buffer.from('受診者'.repeat(500));
    const deflated = deflateRawSync(content);
    for (let length = 0; length < deflated.length; length++) {
      expect(inflateWhole(deflated.subarray(0, length), content.length)).toBeNull();
    }
    expect(inflateWhole(deflated, content.length - 1)).toBeNull();
    expect(inflateWhole(deflated, content.length + 1)).toBeNull();
    expect(inflateWhole(deflated, 0)).toBeNull();
    expect(inflateWhole(Buffer.concat([deflated, Buffer.alloc(1)]), content.length)).toBeNull();
    expect(inflateWhole(deflated, content.length)).toEqual(content);
  });

  it('tells where one entry ends from where its memory does', () => {
    const first = inflateWhole(deflateRawSync('first'), 5);
    const second = inflateWhole(deflateRawSync('other'), 5);
    expect([first, second].map(String)).toEqual(['first', 'other']);
  });
});
