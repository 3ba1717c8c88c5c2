import { sumOf } from './sum-of.js';
import type { CheckupClaim } from '@daiko/exchange-format';

/** The sums of a claim, whole yen; `left` is what remains for the insurer and may be negative. */
export interface Balance {
  readonly unit: number;
  readonly payment: number;
  readonly other: number;
  readonly left: number;
}

/** The sums as written, or null when one of them is missing or no number. */
export function balanceOf(claim: CheckupClaim): Balance | null {
  const unit = claim.unitAmount?.value ?? null;
  const payment = claim.paymentAmount?.value ?? null;
  const other = claim.paymentByOtherProgram === null ? 0 : claim.paymentByOtherProgram.value;
  if (unit === null || payment === null || other === null) return null;
  return { unit, payment, other, left: unit - payment - other };
}

/** Whether every price is written and 0: nothing was priced at all. */
export function hasNoPrices(claim: CheckupClaim): boolean {
  const prices = [...claim.unitPriceDetails, ...claim.unitPriceOthers].map(({ amount }) => amount);
  return [claim.unitPriceBasic, ...prices].every((price) => price === null || price.value === 0);
}

/** Claims that follow from the sums as written or from the parts they should be the sums of, never below 0. */
export function possibleClaims(claim: CheckupClaim, balance: Balance): (number | null)[] {
  const prices = [...claim.unitPriceDetails, ...claim.unitPriceOthers].map(({ amount }) => amount);
  const units = [balance.unit, sumOf([claim.unitPriceBasic, ...prices])];
  const parts = [claim.paymentForBasic, claim.paymentForDetail, claim.paymentForOther];
  const payments = [balance.payment, sumOf(parts)];
  return units.flatMap((unit) => payments.map((payment) => Math.max(0, unit - payment - balance.other)));
}
