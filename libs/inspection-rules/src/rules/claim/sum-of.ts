import type { CheckupClaim, PlacedNumber } from '@daiko/exchange-format';

/** Sum of amounts in yen; what is missing or no number counts as 0. */
export function sumOf(amounts: readonly (PlacedNumber | null)[]): number {
  return amounts.reduce((sum, amount) => sum + (amount?.value ?? 0), 0);
}

/** The same of all prices of a claim. */
export function sumOfPrices({ unitPriceBasic, unitPriceDetails, unitPriceOthers }: CheckupClaim): number {
  let sum = unitPriceBasic?.value ?? 0;
  for (const { amount } of unitPriceDetails) sum += amount?.value ?? 0;
  for (const { amount } of unitPriceOthers) sum += amount?.value ?? 0;
  return sum;
}

/** The same of its copayments. */
export function sumOfPayments({ paymentForBasic, paymentForDetail, paymentForOther }: CheckupClaim): number {
  return sumOf([paymentForBasic, paymentForDetail, paymentForOther]);
}
