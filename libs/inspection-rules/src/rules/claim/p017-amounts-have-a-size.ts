import type { PlacedNumber } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Largest single amount and largest sum, yen. */
const SINGLE_MAX = 999_999;
const SUM_MAX = 999_999_999;

/** P017: 金額が大きすぎます。 */
export const p017: RuleOf<'checkup-claim'> = {
  id: 'P017',
  level: 6,
  severity: 'query',
  returnReason: '07',
  source: 'XMLスキーマ V08; own design',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('金額が大きすぎます', 'An amount is too large'),
  message: text(
    '金額「{value}」は{expected}円を超えています。',
    'The amount "{value}" is above {expected} yen.',
  ),
  remedy: text('金額を確認してください。', 'Check the amount.'),
  check(claim, _facts, report) {
    const { unitPriceBasic, paymentForBasic, paymentForDetail, paymentForOther } = claim;
    reportAbove(unitPriceBasic, SINGLE_MAX, report);
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
  report(amount.at, { value: amount.raw, expected: max });
}
