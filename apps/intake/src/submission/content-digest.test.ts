import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseContentDigest } from './content-digest.js';

// Purpose: a promised digest is read exactly or refused, never taken for none.

const of = (bytes: Uint8Array) => `:${Buffer.from(bytes).toString('base64')}:`;

describe('parseContentDigest', () => {
  it('reads every sha-256 value, alone or among others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(parseContentDigest(`sha-256=${of(bytes)}`)).toBe(hex);
        expect(parseContentDigest(`sha-512=:AAAA:, sha-256=${of(bytes)};x=1`)).toBe(hex);
      }),
    );
  });

  it('knows none where none is promised', () => {
    expect(parseContentDigest(undefined)).toBeNull();
    expect(parseContentDigest('sha-512=:AAAA:')).toBeNull();
  });

  it.each(['sha-256=abc', 'sha-256=:AAAA:', 'sha-256', `sha-256=${of(Buffer.alloc(31))}`, 'x'.repeat(1001)])(
    'refuses %s',
    (header) => {
      expect(() => parseContentDigest(header)).toThrow('intake.digest-malformed');
    },
  );
});
