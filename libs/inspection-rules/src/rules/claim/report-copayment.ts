import type { Charge, PlacedNumber } from '@daiko/exchange-format';
import type { Report } from '../../rule.js';

/** Reports a copayment that is not the computed one; for charge code 4 another fixed part may be behind it (金額計算方法). */
export function reportCopayment(
  payment: PlacedNumber | null,
  expected: number | null,
  charge: Charge | null,
  report: Report,
): void {
  if (payment === null || expected === null || payment.value === expected) return;
  const severity = charge?.code?.value === '4' ? 'warning' : 'return';
  report(payment.at, { value: payment.raw, expected, severity });
}
