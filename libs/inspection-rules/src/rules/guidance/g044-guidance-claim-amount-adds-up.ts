import { dueAmount, isSwapped } from './due-amount.js';
import { type RuleOf, text } from '../../rule.js';

/** G044: 請求金額の計算が違います。 */
export const g044: RuleOf<'guidance-claim'> = {
  id: 'G044',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('請求金額の計算が違います', 'The claimed amount is computed wrongly'),
  message: text(
    '請求金額が「{value}」です（算定金額 − 窓口負担 = {expected}、0円以上）。',
    'The claimed amount is "{value}"; calculated amount less copayment is {expected}, at least 0.',
  ),
  remedy: text('請求金額の計算を確認してください。', 'Compute the claimed amount again.'),
  check(claim, _facts, report) {
    const calculated = claim.calculatedAmount?.value ?? null;
    const payment = claim.paymentAmount?.value ?? null;
    const amount = claim.claimAmount;
    const expected = calculated === null || payment === null ? null : calculated - payment;
    if (expected !== null && expected >= 0 && amount?.value === expected) return;
    // Right by the amount that is due: the calculated one is wrong, which G043 says.
    const due = dueAmount(claim);
    if (due !== null && due !== calculated && payment !== null && payment <= due) {
      if (amount?.value === due - payment || isSwapped(claim)) return;
    }
    report(amount?.at ?? claim.settlement ?? claim.at, { value: amount?.raw ?? null, expected });
  },
};
