import { describe, expect, it } from '@jest/globals';
import { checkNumber } from './check-number.js';

describe('the number of a partner', () => {
  it.each([
    ['insurer', '06139463', []],
    ['provider', '1311234569', []],
    ['operator', 'ops-2', []],
  ] as const)('%s %s is taken', (kind, number, warnings) => {
    expect(checkNumber(kind, number)).toEqual({ warnings });
  });

  it.each([
    ['insurer', '06139464', 'check-digit'],
    ['insurer', '6139463', 'form'],
    ['insurer', '1311234569', 'form'],
    ['provider', '131123456', 'form'],
    ['provider', '１３１１２３４５６９', 'form'],
    ['operator', 'Ops', 'form'],
    ['operator', 'o', 'form'],
  ] as const)('%s %s is refused: %s', (kind, number, rule) => {
    expect(checkNumber(kind, number)).toEqual({ rule });
  });

  it('of a provider with a wrong check digit is taken with a warning in both languages', () => {
    const check = checkNumber('provider', '1311234560');
    expect(check).toMatchObject({ warnings: [{ ja: expect.stringContaining('検証番号') }] });
  });
});
