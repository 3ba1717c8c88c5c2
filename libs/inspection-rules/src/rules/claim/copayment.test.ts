import { describe, expect, it } from '@jest/globals';
import type { Charge, CheckupClaim } from '@daiko/exchange-format';
import fc from 'fast-check';
import { copaymentBases, copaymentOf } from './copayment.js';

const number = (value: number) => ({ value, raw: String(value), at: null as never });
const charge = (code: string, amount: number | null, rate: number | null = null): Charge => ({
  at: null as never,
  code: { value: code, at: null as never },
  amount: amount === null ? null : number(amount),
  rate: rate === null ? null : number(rate),
});
const yen = fc.integer({ min: 0, max: 999_999 });
const price = fc.integer({ min: 0, max: 999_999_999 });

describe('copaymentOf', () => {
  it.each([
    ['① free', 8000, charge('1', null), null, 0],
    ['② fixed', 8000, charge('2', 1000), null, 1000],
    ['② fixed, dearer than the price', 800, charge('2', 1000), null, 800],
    ['③ rate, half a yen up', 1505, charge('3', null, 30_000), null, 452],
    ['③ rate, less than half a yen down', 1504, charge('3', null, 30_000), null, 451],
    ['④ limit', 8000, charge('4', 6500), null, 1500],
    ['④ limit above the price', 6000, charge('4', 6500), null, 0],
    ['⑤ fixed and limit, the fixed part is more', 40_000, charge('2', 20_000), charge('4', 25_000), 20_000],
    ['⑤ fixed and limit, the limit decides', 40_000, charge('2', 5000), charge('4', 25_000), 15_000],
    ['⑥ rate and limit (example C)', 40_000, charge('3', null, 20_000), charge('4', 25_000), 15_000],
    ['⑥ rate and limit, the rate is more', 40_000, charge('3', null, 50_000), charge('4', 25_000), 20_000],
    ['a rate above 100 %', 8000, charge('3', null, 130_000), null, null],
    ['a fixed part without amount', 8000, charge('2', null), null, null],
  ])('%s', (_name, base, own, limit, expected) => {
    expect(copaymentOf(base, own, limit)).toBe(expected);
  });

  it('is the exact share, rounded half up, and never more than the price', () => {
    fc.assert(
      fc.property(price, fc.oneof(fc.constant(0), fc.integer({ min: 1000, max: 100_000 })), (base, rate) => {
        const exact = (BigInt(base) * BigInt(rate) * 2n + 100_000n) / 200_000n;
        expect(copaymentOf(base, charge('3', null, rate))).toBe(Number(exact));
      }),
    );
    fc.assert(
      fc.property(price, fc.constantFrom('1', '2', '4'), yen, yen, (base, code, amount, limit) => {
        const share = copaymentOf(base, charge(code, amount), charge('4', limit))!;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(base);
        expect(base - share).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('copaymentBases', () => {
  it('takes the other share from the basic price first, and loses no yen', () => {
    fc.assert(
      fc.property(yen, yen, yen, fc.integer({ min: 0, max: 4_000_000 }), (basic, detail, other, share) => {
        const part = (amount: number) => ({ amount: number(amount) });
        const claim = {
          unitPriceBasic: number(basic),
          unitPriceDetails: [part(detail)],
          unitPriceOthers: [part(other)],
          paymentByOtherProgram: number(share),
        } as unknown as CheckupClaim;
        const bases = copaymentBases(claim);
        expect(bases.basic).toBe(Math.max(0, basic - share));
        expect(bases.detail).toBe(Math.min(detail, Math.max(0, basic + detail - share)));
        const total = bases.basic! + bases.detail! + bases.other!;
        expect(total).toBe(Math.max(0, basic + detail + other - share));
      }),
    );
  });
});
