import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameCount, personNameOf } from './names.js';

describe('invented names', () => {
  it('are distinct for a million people in a row', () => {
    const names = new Set<string>();
    for (let serial = 45_000_000; serial < 46_000_000; serial++) names.add(personNameOf(serial, '2'));
    expect(names.size).toBe(1_000_000);
  });

  it('are distinct for any two numbers of insured people, kana alone, and always the same', () => {
    expect(nameCount).toBeGreaterThan(100_000_000);
    const serial = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(serial, serial, fc.constantFrom('1', '2'), (one, other, gender) => {
        const [first, second] = [personNameOf(one, gender), personNameOf(other, gender)];
        expect(first === second).toBe(one === other);
        expect(first).toMatch(/^[ァ-ヶ]{10,16}$/);
        expect(personNameOf(one, gender)).toBe(first);
      }),
    );
  });
});
