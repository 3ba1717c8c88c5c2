import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCredential, livingCredentials, removeCredential } from './plan-credentials.js';

const now = new Date('2026-11-24T05:00:00Z');
const dayMs = 86_400_000;
const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
const kept = (credentialId: string, validUntil: string | null) => ({
  credentialId,
  verifier: 'a'.repeat(64),
  validFrom: at(-dayMs),
  validUntil,
});
const added = { credentialId: 'newcredential', verifier: 'b'.repeat(64) };

describe('a new key of a partner', () => {
  it('is valid at once, and the old one ends after the grace', () => {
    const credentials = addCredential([kept('oldcredential', null)], added, now, dayMs);
    expect(credentials).toEqual([
      { ...added, validFrom: at(0), validUntil: null },
      { ...kept('oldcredential', null), validUntil: at(dayMs) },
    ]);
  });

  it('never lets the old one live longer than it would have', () => {
    const credentials = addCredential([kept('oldcredential', at(1000))], added, now, dayMs);
    expect(credentials?.[1]?.validUntil).toBe(at(1000));
  });

  it('is refused while two are valid, and takes the place of one that has ended', () => {
    const two = [kept('first', null), kept('second', at(1000))];
    expect(addCredential(two, added, now, dayMs)).toBeNull();
    const credentials = addCredential(two, added, new Date(now.getTime() + 1000), dayMs);
    expect(credentials?.map(({ credentialId }) => credentialId)).toEqual(['newcredential', 'first']);
  });

  it('never leaves more than two, whatever is done in whatever order', () => {
    const step = fc.record({
      isRotation: fc.boolean(),
      waitMs: fc.nat(2 * dayMs),
      graceMs: fc.nat(2 * dayMs),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let credentials = [kept('credential0', null)];
        let time = now.getTime();
        steps.forEach(({ isRotation, waitMs, graceMs }, index) => {
          time += waitMs;
          const next = isRotation
            ? addCredential(
                credentials,
                { ...added, credentialId: `credential${index + 1}` },
                new Date(time),
                graceMs,
              )
            : removeCredential(credentials, credentials.at(-1)?.credentialId ?? '', new Date(time));
          if (next !== null) credentials = next;
          expect(credentials.length).toBeLessThanOrEqual(2);
        });
      }),
    );
  });
});

describe('an ended key', () => {
  it('is gone at its very instant', () => {
    expect(livingCredentials([kept('old', at(0))], now)).toEqual([]);
    expect(livingCredentials([kept('old', at(1))], now)).toHaveLength(1);
  });

  it('cannot be revoked where it never was', () => {
    expect(removeCredential([kept('old', null)], 'other', now)).toBeNull();
    expect(removeCredential([kept('old', null)], 'old', now)).toEqual([]);
  });
});
