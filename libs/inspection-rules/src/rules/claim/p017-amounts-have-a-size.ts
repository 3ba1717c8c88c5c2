import type { PlacedNumber } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Largest single amount and largest sum, what a basic checkup and a dock mostly cost; yen. */
const SINGLE_MAX = 999_999;
const SUM_MAX = 999_999_999;
const USUAL_BASIC = { min: 1_000, max: 100_000 };
const USUAL_DOCK = { min: 5_000, max: 500_000 };

/** P017: 金額が大きすぎます。 */
export const p017: RuleOf<'checkup-claim'> = {
  id: 'P017',
  level: 6,
  severity: 'query',
  returnReason: '07',
  source: 'XMLスキーマ V08; own design',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('金額がありえない大きさです', 'An amount is too large, or no price'),
  message: text('金額「{value}」は{detail}。', 'The amount "{value}" is {detail}.'),
  remedy: text('金額を確認してください。', 'Check the amount.'),
  check(claim, _facts, report) {
    const { unitPriceBasic, paymentForBasic, paymentForDetail, paymentForOther } = claim;
    reportAbove(unitPriceBasic, SINGLE_MAX, report);
    if (claim.claimType?.value === '5') {
      reportUnusual(claim.unitPriceOthers[0]?.amount ?? null, USUAL_DOCK, report);
    } else reportUnusual(unitPriceBasic, USUAL_BASIC, report);
    for (const { amount } of claim.unitPriceDetails) reportAbove(amount, SINGLE_MAX, report);
    for (const { amount } of claim.unitPriceOthers) reportAbove(amount, SINGLE_MAX, report);
    reportAbove(paymentForBasic, SINGLE_MAX, report);
    reportAbove(paymentForDetail, SINGLE_MAX, report);
    reportAbove(paymentForOther, SINGLE_MAX, report);
    reportAbove(claim.unitAmount, SUM_MAX, report);
    reportAbove(claim.paymentAmount, SUM_MAX, report);
    reportAbove(claim.paymentByOtherProgram, SUM_MAX, report);
    reportAbove(claim.claimAmount, SUM_MAX, report);
  },
};

function reportAbove(amount: PlacedNumber | null, max: number, report: Report): void {
  if (amount === null || amount.value === null || amount.value <= max) return;
  const detail = text(`${max}円を超えています`, `above ${max} yen`);
  report(amount.at, { value: amount.raw, expected: max, values: { detail } });
}

/** A price that may be right, but is none of those that contracts have. */
function reportUnusual(
  price: PlacedNumber | null,
  usual: { min: number; max: number },
  report: Report,
): void {
  if (price === null || price.value === null || price.value > SINGLE_MAX) return;
  if (price.value >= usual.min && price.value <= usual.max) return;
  const expected = `${usual.min}–${usual.max}`;
  const detail = text(
    `健診の単価として通常の範囲（${expected}円）にありません`,
    `outside what a checkup costs (${expected} yen)`,
  );
  report(price.at, { value: price.raw, expected, values: { detail }, severity: 'warning' });
}
