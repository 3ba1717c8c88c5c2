import type { GuidanceClaim } from '@daiko/exchange-format';
import type { GuidanceFacts } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { timings } from './timing-table.js';

/** Whole yen, halves up; at 途中終了 of 積極的支援 by the share of points reached, never above 1. Null without points. */
export function amountAt(claim: GuidanceClaim, price: number, rate: number): number | null {
  if (claim.guidanceTiming?.value !== '3' || claim.guidanceLevel?.value !== '1') {
    return Math.floor((price * rate + 50) / 100);
  }
  const completed = claim.pointCountCompleted?.value ?? null;
  const intended = claim.pointCountIntended?.value ?? null;
  if (completed === null || intended === null || intended === 0) return null;
  const points = BigInt(Math.min(completed, intended));
  const divisor = 100n * BigInt(intended);
  return Number((BigInt(price) * BigInt(rate) * points * 2n + divisor) / (2n * divisor));
}

/** 算定金額 by price and rate of the claim; null where they, or points that it takes, are missing. */
export function dueAmount(claim: GuidanceClaim): number | null {
  const price = claim.unitPrice?.value ?? null;
  const rate = claim.paymentRate?.value ?? null;
  return price === null || rate === null ? null : amountAt(claim, price, rate);
}

/** The same by the points of the record: where it fits, those of the claim are wrong (G046, G047). */
export function dueByRecord(claim: GuidanceClaim, course: GuidanceFacts | null): number | null {
  const completed = course?.numberOf(codes.completedPoints) ?? null;
  const intended = course?.numberOf(codes.plannedPoints) ?? null;
  const { pointCountCompleted, pointCountIntended } = claim;
  if (completed === null || intended === null || !pointCountCompleted || !pointCountIntended) return null;
  return dueAmount({
    ...claim,
    pointCountCompleted: { ...pointCountCompleted, value: completed },
    pointCountIntended: { ...pointCountIntended, value: intended },
  });
}

/** Whether 実施済みポイント and 計画上のポイント stand in each other's place. */
export function arePointsSwapped(claim: GuidanceClaim, course: GuidanceFacts | null): boolean {
  const completed = course?.numberOf(codes.completedPoints) ?? null;
  const intended = course?.numberOf(codes.plannedPoints) ?? null;
  if (completed === null || intended === null || completed === intended) return false;
  return claim.pointCountCompleted?.value === intended && claim.pointCountIntended?.value === completed;
}

/** Rates that level and timing call for; those of the settings where neither names any. */
export function dueRates(claim: GuidanceClaim, taken: readonly number[]): readonly number[] {
  const level = claim.guidanceLevel?.value === '1' ? 'active' : 'motivational';
  return timings[claim.guidanceTiming?.value ?? '']?.[level] ?? taken;
}

/** Whether 算定金額 and 請求金額 stand in each other's place. */
export function isSwapped(claim: GuidanceClaim): boolean {
  const due = dueAmount(claim);
  const payment = claim.paymentAmount?.value ?? 0;
  if (due === null || payment === 0) return false;
  return claim.claimAmount?.value === due && claim.calculatedAmount?.value === due - payment;
}
