import { describe, expect, it } from '@jest/globals';
import { householdDigest, nameDigest, personDigest } from '@daiko/inspection-rules';
import { claimKey } from './claim-key.js';

const key = Buffer.alloc(32, 7);
const person = {
  insurerNumber: '06139992',
  symbol: '123',
  number: '456',
  branch: '00',
  birthDate: '19700101',
  sex: '1',
};

describe('keyed digests', () => {
  it('are the same for the same person and key, and differ for any other person or key', () => {
    const digests = [
      personDigest(key, person),
      personDigest(key, { ...person, branch: '01' }),
      personDigest(key, { ...person, symbol: '12', number: '3456' }),
      personDigest(Buffer.alloc(32, 8), person),
    ].map((each) => each.toString('hex'));
    expect(new Set(digests).size).toBe(digests.length);
    expect(personDigest(key, { ...person }).toString('hex')).toBe(digests[0]);
  });

  it('of a family leave 枝番 out, and of a name its writing', () => {
    expect(householdDigest(key, person)).toEqual(householdDigest(key, { ...person, branch: '01' } as never));
    const named = (name: string) => nameDigest(key, { name, birthDate: '19700101', sex: '1' });
    expect(named('ケンシン　タロウ')).toEqual(named('ｹﾝｼﾝﾀﾛｳ'));
    expect(named('ケンシンタロウ')).not.toEqual(named('ケンシンジロウ'));
  });

  it('of a claim and of a person never meet, whatever the text', () => {
    const text = JSON.stringify(Object.values(person));
    expect(claimKey(key, text)).not.toEqual(personDigest(key, person));
    expect(claimKey(key, text)).toHaveLength(16);
  });
});
