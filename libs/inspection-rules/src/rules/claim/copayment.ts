import type { Charge, CheckupClaim, PlacedNumber, UnitPrice } from '@daiko/exchange-format';

/** Prices above this are no prices; nothing is computed from them. Yen. */
const PRICE_MAX = 999_999_999;

/**
 * 窓口負担 of one kind, whole yen (金額計算方法, patterns ① to ⑥). `base` is the price less what another programme
 * bears; `limit` is 保険者負担上限額. Null where the condition lacks its amount or rate.
 */
export function copaymentOf(base: number, charge: Charge | null, limit: Charge | null = null): number | null {
  const own = charge === null ? 0 : ownShareOf(base, charge);
  if (own === null || limit === null) return own;
  const most = limit.amount?.value ?? null;
  return most === null ? null : Math.max(own, base - most);
}

function ownShareOf(base: number, charge: Charge): number | null {
  const amount = charge.amount?.value ?? null;
  const rate = charge.rate?.value ?? null;
  switch (charge.code?.value) {
    case '1':
      return 0;
    case '2':
      return amount === null ? null : Math.min(base, amount);
    case '3':
      return rate === null || !isRate(rate) ? null : Math.floor((base * rate + 50_000) / 100_000);
    case '4':
      return amount === null ? null : Math.max(0, base - amount);
    default:
      return null;
  }
}

/** What is left of the price of each kind after another programme's share; null where a price cannot be read. */
export interface CopaymentBases {
  readonly basic: number | null;
  readonly detail: number | null;
  readonly other: number | null;
}

/** Takes the other programme's share from 基本, then 詳細, then 追加 or ドック (金額計算方法). */
export function copaymentBases(claim: CheckupClaim): CopaymentBases {
  let rest = claim.paymentByOtherProgram === null ? 0 : claim.paymentByOtherProgram.value;
  const baseOf = (price: number | null): number | null => {
    if (rest === null || price === null) {
      if (rest !== 0) rest = null;
      return null;
    }
    const taken = Math.min(price, rest);
    rest -= taken;
    return price - taken;
  };
  return {
    basic: baseOf(claim.unitPriceBasic === null ? 0 : readable(claim.unitPriceBasic)),
    detail: baseOf(totalOf(claim.unitPriceDetails)),
    other: baseOf(totalOf(claim.unitPriceOthers)),
  };
}

function totalOf(prices: readonly UnitPrice[]): number | null {
  let total = 0;
  for (const { amount } of prices) {
    const price = readable(amount);
    if (price === null) return null;
    total += price;
  }
  return total;
}

function readable(amount: PlacedNumber | null): number | null {
  const price = amount?.value ?? null;
  return price !== null && price <= PRICE_MAX ? price : null;
}

/** Least and greatest rate that can be meant, percent × 1000: 1 % and 100 %. */
const RATE_MIN = 1000;
const RATE_MAX = 100_000;

/** Whether a number can be a rate as it is written (percent × 1000): 30 for 030000 is none. */
export function isRate(rate: number): boolean {
  return rate === 0 || (rate >= RATE_MIN && rate <= RATE_MAX);
}

/** Whether every copayment is the computed one, as far as it can be computed. */
export function areCopaymentsComputed(claim: CheckupClaim): boolean {
  const { basic, detail, other } = copaymentBases(claim);
  const { charges } = claim;
  const isDock = claim.claimType?.value === '5';
  const fits = (
    payment: PlacedNumber | null,
    base: number | null,
    charge: Charge | null,
    limit: Charge | null,
  ) => {
    if (payment === null || base === null || (charge === null && limit === null)) return true;
    // A limit alone may hide a fixed part: that only warns.
    if (charge?.code?.value === '4' && limit === null) return true;
    const expected = copaymentOf(base, charge, limit);
    return expected === null || expected === payment.value;
  };
  return (
    fits(claim.paymentForBasic, basic, charges.basic, null) &&
    fits(claim.paymentForDetail, detail, charges.detail, null) &&
    (isDock
      ? fits(claim.paymentForOther, other, charges.dockCopayment, charges.dockLimit)
      : fits(claim.paymentForOther, other, charges.other, null))
  );
}
