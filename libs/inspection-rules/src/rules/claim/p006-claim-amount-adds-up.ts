import { balanceOf, possibleClaims } from './balance.js';
import { type WrongAmount, wrongAmountOf } from './wrong-amount.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** P006: 請求金額の計算が違います。 */
export const p006: RuleOf<'checkup-claim'> = {
  id: 'P006',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #6',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('請求金額の計算が違います', 'The claimed amount is computed wrongly'),
  message: text('{part}が「{value}」です（{detail}）。', '{part} is "{value}"; {detail}.'),
  remedy: text('請求金額の計算を確認してください。', 'Compute the claimed amount again.'),
  check(claim, _facts, report) {
    const balance = balanceOf(claim);
    const amount = claim.claimAmount;
    const expected = balance === null ? null : Math.max(0, balance.left);
    if (expected !== null && amount?.value === expected) return;
    // Right by the parts: the sum that is wrong is said by P004 or P005.
    if (amount !== null && balance !== null && possibleClaims(claim, balance).includes(amount.value)) return;
    // P010 says it where others bear the whole price.
    if (amount !== null && balance !== null && balance.left <= 0 && balance.unit > 0) return;
    const wrong = wrongAmountOf(claim);
    if (wrong?.kind === 'programme' && wrong.expected > 0) return reportProgramme(wrong, report);
    if (wrong !== null && wrong.kind !== 'claim' && wrong.kind !== 'programme') return;
    const detail = text(
      `単価合計 − 窓口負担合計 − 他健診負担 = ${expected ?? ''}、0円未満は0円`,
      `price less copayment less other programmes is ${expected ?? ''} (never below 0)`,
    );
    const values = { part: text('請求金額', 'The claimed amount'), detail };
    report(amount?.at ?? claim.settlement ?? claim.at, { value: amount?.raw ?? null, expected, values });
  },
};

/** What another programme bears does not fit; where it seems to bear nothing, it was not deducted, and the claim is wrong. */
function reportProgramme({ amount, expected }: WrongAmount, report: Report): void {
  const detail = text(
    `単価合計・窓口負担合計・請求金額からは ${expected}`,
    `price, copayment and claim call for ${expected}`,
  );
  const part = text('他の健診による負担金額', 'What another programme bears');
  report(amount.at, { value: amount.raw, expected, values: { part, detail } });
}
