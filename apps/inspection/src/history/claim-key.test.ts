import { describe, expect, it } from '@jest/globals';
import { claimKey, personDigest } from './claim-key.js';

const key = Buffer.alloc(32, 7);
const person = { insurerNumber: '06139992', symbol: '１２３', number: '４５６', branch: '00', birthDate: '19700101', sex: '1' };
const occasion = { kind: 'checkup', ticketNumber: '26100000001', serviceDate: '20261001', guidanceTiming: null } as const;

describe('claim key', () => {
  it('is the same for the same card written full-width, half-width or with hyphens', () => {
    const other = { ...person, symbol: '123', number: '4-56' };
    expect(personDigest(key, other)).toEqual(personDigest(key, person));
  });

  it('differs for another person, another key, another ticket, another timing', () => {
    const digest = personDigest(key, person);
    const keys = [
      claimKey(key, digest, occasion),
      claimKey(key, personDigest(key, { ...person, branch: '01' }), occasion),
      claimKey(Buffer.alloc(32, 8), digest, occasion),
      claimKey(key, digest, { ...occasion, ticketNumber: '26100000002' }),
      claimKey(key, digest, { ...occasion, guidanceTiming: '1' }),
    ].map((each) => each.toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('falls back to the service date only where there is no ticket', () => {
    const digest = personDigest(key, person);
    const later = { ...occasion, serviceDate: '20261101' };
    expect(claimKey(key, digest, later)).toEqual(claimKey(key, digest, occasion));
    const bare = { ...occasion, ticketNumber: null };
    expect(claimKey(key, digest, { ...bare, serviceDate: '20261101' })).not.toEqual(claimKey(key, digest, bare));
  });
});
