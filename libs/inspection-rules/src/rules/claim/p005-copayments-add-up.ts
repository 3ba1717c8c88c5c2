import { misfitOf } from './claim-parts.js';
import { sumOfPayments } from './sum-of.js';
import { isOfAnother } from './wrong-amount.js';
import { type RuleOf, text } from '../../rule.js';

/** P005: 窓口負担合計が一致しません。 */
export const p005: RuleOf<'checkup-claim'> = {
  id: 'P005',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('窓口負担合計が一致しません', 'The copayments do not add up'),
  message: text(
    '窓口負担金額（合計）が「{value}」です（内訳の合計 {expected}）。',
    'The total copayment is "{value}"; the copayments add up to {expected}.',
  ),
  remedy: text('窓口負担合計を確認してください。', 'Add up the copayments again.'),
  check(claim, _facts, report) {
    const { paymentAmount } = claim;
    const expected = sumOfPayments(claim);
    if (paymentAmount?.value === expected) return;
    // A copayment is missing: P001; another amount is wrong: P004, P006 to P009.
    if (misfitOf(claim)?.missing.some((part) => part.startsWith('payment')) === true) return;
    if (isOfAnother(claim, ['payment'])) return;
    const others = claim.paymentByOtherProgram?.value ?? 0;
    const isUsedUp = others > 0 && (claim.unitAmount?.value ?? 0) - expected - others <= 0;
    report(paymentAmount?.at ?? claim.settlement ?? claim.at, {
      value: paymentAmount?.raw ?? null,
      expected,
      severity: isUsedUp && paymentAmount !== null ? 'warning' : 'return',
    });
  },
};
