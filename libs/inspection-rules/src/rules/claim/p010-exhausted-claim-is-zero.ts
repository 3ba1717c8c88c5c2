import { balanceOf } from './balance.js';
import { type RuleOf, text } from '../../rule.js';

/** P010: 請求額0円の計算が違います。 */
export const p010: RuleOf<'checkup-claim'> = {
  id: 'P010',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('請求額0円の計算が違います', 'A claim that others pay in full is computed wrongly'),
  message: text(
    '負担が単価合計に達しています。{part}が「{value}」です（正: {expected}）。',
    'Others bear the whole price; {part} is "{value}", {expected} was expected.',
  ),
  remedy: text(
    '請求額0円の計算を確認してください。',
    'Claim 0 yen, and let the person pay what other programmes leave at most.',
  ),
  check(claim, _facts, report) {
    const balance = balanceOf(claim);
    if (balance === null || balance.left > 0 || balance.unit === 0) return;
    // What is above the price is P018's.
    if (balance.other > balance.unit) return;
    const { claimAmount, paymentAmount } = claim;
    if (claimAmount !== null && claimAmount.value !== 0) {
      const part = text('請求金額', 'the claimed amount');
      report(claimAmount.at, { value: claimAmount.raw, expected: 0, values: { part } });
    }
    const expected = Math.max(0, balance.unit - balance.other);
    if (paymentAmount === null || balance.payment === expected) return;
    const part = text('窓口負担金額（合計）', 'the total copayment');
    report(paymentAmount.at, { value: paymentAmount.raw, expected, values: { part }, severity: 'warning' });
  },
};
