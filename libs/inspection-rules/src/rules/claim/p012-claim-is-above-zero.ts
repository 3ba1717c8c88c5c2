import { areCopaymentsComputed } from './copayment.js';
import { balanceOf, hasNoPrices } from './balance.js';
import { sumOfPayments } from './sum-of.js';
import { isOfAnother } from './wrong-amount.js';
import { type RuleOf, text } from '../../rule.js';

/** P012: 請求0円です。 */
export const p012: RuleOf<'checkup-claim'> = {
  id: 'P012',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('請求0円です', 'Nothing is claimed'),
  message: text(
    '請求金額が0円です（窓口負担・他健診負担で全額）。',
    'The claimed amount is 0 yen: copayment and other programmes pay all of it.',
  ),
  remedy: text('請求0円です。確認します。', 'An operator confirms that nothing is to be paid.'),
  check(claim, _facts, report) {
    const { claimAmount } = claim;
    const balance = balanceOf(claim);
    if (claimAmount?.value !== 0 || balance === null || balance.left > 0 || hasNoPrices(claim)) return;
    // More than the price is P018's, a wrong copayment that of P007 to P009.
    if (balance.other > balance.unit || !areCopaymentsComputed(claim)) return;
    // A copayment total above its parts is P005's.
    if (isOfAnother(claim, ['claim']) || balance.payment > sumOfPayments(claim)) return;
    report(claimAmount.at, { value: claimAmount.raw });
  },
};
