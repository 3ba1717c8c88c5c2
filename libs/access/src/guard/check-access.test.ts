import { describe, expect, it } from '@jest/globals';
import { createCredential } from '../credential/credential.js';
import type { KnownCredential, KnownPartner } from '../directory/known-partner.js';
import { checkActions, checkCredential } from './check-access.js';
import type { Caller } from './caller.js';

const now = new Date('2026-11-24T05:00:00Z');
const made = createCredential();
const authorization = `Bearer ${made.bearerKey}`;
const partner: KnownPartner = {
  partnerId: '0193a000-0000-7000-8000-000000000001',
  version: 1,
  kind: 'insurer',
  number: '06139463',
  label: '健保',
  state: 'active',
  mayActFor: [],
  limits: { uploadBytesMax: 1, uploadsConcurrentMax: 1, requestsPerMinuteMax: 1 },
  hasWatchFolder: false,
};
const credential: KnownCredential = {
  credentialId: made.credentialId,
  verifier: made.verifier,
  validFrom: new Date('2026-11-24T04:00:00Z'),
  validUntil: null,
};

function codeOf(
  header: string | undefined,
  known: { partner?: Partial<KnownPartner>; credential?: Partial<KnownCredential> } | null,
): string {
  const full = known && {
    partner: { ...partner, ...known.partner },
    credential: { ...credential, ...known.credential },
  };
  const answer = checkCredential(header, full, now);
  return 'problem' in answer ? answer.problem.kind.code : 'ok';
}

describe('who calls', () => {
  it('is the partner whose credential is shown', () => {
    const answer = checkCredential(authorization, { partner, credential }, now);
    expect(answer).toMatchObject({ caller: { number: '06139463', credentialId: made.credentialId } });
  });

  it('is nobody where something is wrong, and the code says what', () => {
    expect(codeOf(undefined, {})).toBe('access.credential-missing');
    expect(codeOf(authorization, null)).toBe('access.credential-unknown');
    expect(codeOf(authorization, { credential: { verifier: createCredential().verifier } })).toBe(
      'access.credential-unknown',
    );
    expect(codeOf(authorization, { credential: { credentialId: 'another12' } })).toBe(
      'access.credential-unknown',
    );
    expect(codeOf(authorization, { partner: { state: 'suspended' } })).toBe('access.partner-suspended');
  });

  it('is the partner until the instant before the credential ends', () => {
    const later = (ms: number) => new Date(now.getTime() + ms);
    expect(codeOf(authorization, { credential: { validUntil: later(1) } })).toBe('ok');
    expect(codeOf(authorization, { credential: { validUntil: now } })).toBe('access.credential-expired');
    expect(codeOf(authorization, { credential: { validFrom: now } })).toBe('ok');
    expect(codeOf(authorization, { credential: { validFrom: later(1) } })).toBe('access.credential-expired');
  });

  it('is not told apart from an unknown key by a wrong secret of an expired or suspended one', () => {
    const wrong = { verifier: createCredential().verifier, validUntil: now };
    expect(codeOf(authorization, { credential: wrong, partner: { state: 'suspended' } })).toBe(
      'access.credential-unknown',
    );
  });
});

describe('what a caller may do', () => {
  it('is what the policy gives its kind, by any of the actions of the door', () => {
    const caller = { kind: 'insurer', number: '06139463' } as Caller;
    expect(checkActions(caller, ['bundle:read'])).toBeNull();
    expect(checkActions(caller, ['bundle:read-any', 'bundle:read'])).toBeNull();
    expect(checkActions(caller, ['payment-notice:read'])?.kind.status).toBe(403);
    expect(checkActions(caller, ['partner:change', 'bundle:seal'])?.kind.status).toBe(403);
  });
});
