import type { PlacedNumber } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

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
    const prices = [...claim.unitPriceDetails, ...claim.unitPriceOthers].map(({ amount }) => amount);
    const { paymentForBasic, paymentForDetail, paymentForOther } = claim;
    const single = [claim.unitPriceBasic, ...prices, paymentForBasic, paymentForDetail, paymentForOther];
    for (const amount of single) reportAbove(amount, SINGLE_MAX);
    const { unitAmount, paymentAmount, paymentByOtherProgram, claimAmount } = claim;
    for (const sum of [unitAmount, paymentAmount, paymentByOtherProgram, claimAmount]) {
      reportAbove(sum, SUM_MAX);
    }
    function reportAbove(amount: PlacedNumber | null, max: number): void {
      if (amount === null || amount.value === null || amount.value <= max) return;
      report(amount.at, { value: amount.raw, expected: max });
    }
  },
};
