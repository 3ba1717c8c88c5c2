import type { PlacedNumber } from '@daiko/exchange-format';

/** Sum of amounts in yen; what is missing or no number counts as 0. */
export function sumOf(amounts: readonly (PlacedNumber | null)[]): number {
  return amounts.reduce((sum, amount) => sum + (amount?.value ?? 0), 0);
}
