import { copaymentBases, copaymentOf } from './copayment.js';
import { reportCopayment } from './report-copayment.js';
import { unlessAnother } from './wrong-amount.js';
import { type RuleOf, text } from '../../rule.js';

/** P007: 基本の窓口負担額が違います。 */
export const p007: RuleOf<'checkup-claim'> = {
  id: 'P007',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #3; 特定健診・特定保健指導 金額計算方法',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('基本の窓口負担額が違います', 'The copayment for the basic part is computed wrongly'),
  message: text(
    '窓口負担金額（基本）が「{value}」です（受診券の条件（{terms}）から {expected}）。',
    'The copayment for the basic part is "{value}"; the condition ({terms}) gives {expected}.',
  ),
  remedy: text(
    '基本の窓口負担額を確認してください。',
    'Compute the copayment for the basic part again from price, condition and the share of other programmes.',
  ),
  check(claim, _facts, report) {
    const charge = claim.charges.basic;
    if (charge === null || claim.unitPriceBasic === null) return;
    const { basic } = copaymentBases(claim);
    const expected = basic === null ? null : copaymentOf(basic, charge);
    reportCopayment(
      claim.paymentForBasic,
      expected,
      charge,
      unlessAnother(claim, 'basicPayment', report),
      basic,
    );
  },
};
