import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCredential, matchesVerifier, parseAuthorization, verifierOf } from './credential.js';

describe('a machine credential', () => {
  it('is read back from the header it is sent in, and its verifier knows it again', () => {
    const made = createCredential();
    const shown = parseAuthorization(`Bearer ${made.bearerKey}`);
    expect(shown?.credentialId).toBe(made.credentialId);
    expect(matchesVerifier(shown?.secret ?? '', made.verifier)).toBe(true);
    expect(made.verifier).not.toContain(shown?.secret ?? '');
  });

  it('is refused when any letter of the secret differs', () => {
    const made = createCredential();
    const secret = parseAuthorization(`Bearer ${made.bearerKey}`)?.secret ?? '';
    fc.assert(
      fc.property(fc.nat(secret.length - 1), fc.constantFrom('A', 'b', '7', '_'), (at, letter) => {
        const other = secret.slice(0, at) + letter + secret.slice(at + 1);
        expect(matchesVerifier(other, made.verifier)).toBe(other === secret);
      }),
    );
  });

  it('is not read from anything of another form', () => {
    const { bearerKey } = createCredential();
    const wrong = [
      undefined,
      '',
      bearerKey,
      `bearer ${bearerKey}`,
      `Bearer ${bearerKey}x`,
      `Bearer  ${bearerKey}`,
    ];
    for (const header of [...wrong, `Basic ${bearerKey}`, `Bearer dk_UPPER123_${'a'.repeat(43)}`]) {
      expect(parseAuthorization(header)).toBeNull();
    }
  });

  it('compares with a broken verifier without throwing', () => {
    expect(matchesVerifier('secret', '')).toBe(false);
    expect(matchesVerifier('secret', verifierOf('secret').slice(2))).toBe(false);
  });
});
