import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Base, judgeRecord, validRecord } from '../test/judge-record.js';

const bases: readonly Base[] = ['checkup', 'detailed', 'extended', 'dock'];
const amountsOf = /(<settlement>[^]*)/;
const written = /value="(\d+)"/g;

/** The same claim with other digits where an amount stands, written as long as it was where it begins with 0. */
function withAmounts(claim: string, change: (amount: number, at: number) => number): string {
  const [head = '', settlement = ''] = claim.split(amountsOf);
  let at = 0;
  const changed = settlement.replace(written, (_, digits: string) => {
    const amount = String(change(Number(digits), at++));
    return `value="${digits.startsWith('0') ? amount.padStart(digits.length, '0') : amount}"`;
  });
  return head + changed;
}

/** Whether sums and claim follow from their parts, reckoned without the product. */
function addsUp(claim: string): boolean {
  const all = (name: string) =>
    [...claim.matchAll(new RegExp(`<${name}>?[^<]*(?:<amount )?value="(\\d+)"`, 'g'))].map(([, digits]) =>
      Number(digits),
    );
  const sum = (...names: string[]) => names.flatMap(all).reduce((total, amount) => total + amount, 0);
  const [unit, payment] = [sum('unitAmount '), sum('paymentAmount ')];
  const prices = sum('unitPriceBasic', 'unitPriceDetail', 'unitPriceOther');
  const payments = sum('paymentForBasic', 'paymentForDetail', 'paymentForOther');
  const due = Math.max(0, unit - payment - sum('paymentByOtherProgram '));
  return unit === prices && payment === payments && sum('claimAmount ') === due;
}

const wrongAmount = fc.oneof(
  fc.constantFrom(
    (amount: number) => amount + 1,
    (amount: number) => amount + 100,
    (amount: number) => Math.max(0, amount - 100),
    (amount: number) => amount * 10,
    (amount: number) => Math.floor(amount / 10),
    () => 0,
  ),
  fc.integer({ min: 0, max: 20_000 }).map((amount) => () => amount),
);

describe('the amounts of a claim', () => {
  it.each(bases)('of %s add up in the valid claim', (base) => {
    expect(addsUp(validRecord(base).claim)).toBe(true);
  });

  it('are never accepted where they do not add up, whichever of them were changed', async () => {
    const place = fc.nat({ max: 12 }).map(String);
    const apart = fc.dictionary(place, wrongAmount, { minKeys: 1, maxKeys: 3 });
    const alike = fc
      .tuple(fc.uniqueArray(place, { minLength: 2, maxLength: 3 }), wrongAmount)
      .map(([places, change]) => Object.fromEntries(places.map((each) => [each, change])));
    const changes = fc.oneof(apart, alike);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bases), changes, async (base, wrong) => {
        const claim = withAmounts(
          validRecord(base).claim,
          (amount, at) => wrong[String(at)]?.(amount) ?? amount,
        );
        if (addsUp(claim)) return;
        const { verdict } = await judgeRecord(base, ({ result }) => ({ result, claim }));
        expect(verdict).not.toBe('accepted');
      }),
      { numRuns: 1500 },
    );
  });
});
