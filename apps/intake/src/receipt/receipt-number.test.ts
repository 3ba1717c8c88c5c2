import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isReceiptNumber, receiptNumberOf } from './receipt-number.js';

// Purpose: a receipt number that a clerk has mistyped is recognised as such.

const numbers = fc.tuple(
  fc.integer({ min: 20260101, max: 20991231 }),
  fc.integer({ min: 1, max: 99_999_999 }),
);

describe('receiptNumberOf', () => {
  it('has the form of the contract and stays readable', () => {
    expect(receiptNumberOf('20261124', 123)).toMatch(/^20261124-0000123-[A-Y]$/);
    expect(receiptNumberOf('20261124', 2_147_483_648)).toMatch(/^20261124-2147483648-[A-Y]$/);
    fc.assert(
      fc.property(numbers, ([day, serial]) => {
        const number = receiptNumberOf(String(day), serial);
        expect(number).toMatch(/^[0-9A-Z-]{8,40}$/);
        expect(isReceiptNumber(number)).toBe(true);
      }),
    );
  });

  it('shows one wrong digit and two exchanged neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.integer({ min: 1, max: 9 }), ([day, serial], place, add) => {
        const number = receiptNumberOf(String(day), serial);
        const digits = [...number.replaceAll('-', '').slice(0, -1)].map(Number);
        const written = (changed: number[]) => {
          const text = changed.join('');
          return `${text.slice(0, 8)}-${text.slice(8)}-${number.at(-1)}`;
        };
        const wrong = digits.map((digit, at) => (at === place ? (digit + add) % 10 : digit));
        expect(isReceiptNumber(written(wrong))).toBe(false);
        const next = digits[place + 1];
        if (next === undefined || next === digits[place]) return;
        const exchanged = digits.with(place, next).with(place + 1, digits[place] as number);
        expect(isReceiptNumber(written(exchanged))).toBe(false);
      }),
    );
  });

  it('refuses what makes no number', () => {
    expect(() => receiptNumberOf('2026-11-24', 1)).toThrow(RangeError);
    expect(() => receiptNumberOf('20261124', 0)).toThrow(RangeError);
  });
});
