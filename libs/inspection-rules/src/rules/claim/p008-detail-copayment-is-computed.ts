import { copaymentBases, copaymentOf } from './copayment.js';
import { reportCopayment } from './report-copayment.js';
import { hasUnpricedDetail } from './unpriced-details.js';
import { unlessAnother } from './wrong-amount.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** P008: 詳細の窓口負担額が違います。 */
export const p008: RuleOf<'checkup-claim'> = {
  id: 'P008',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #3; 特定健診・特定保健指導 金額計算方法',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('詳細の窓口負担額が違います', 'The copayment for the detailed part is computed wrongly'),
  message: text(
    '窓口負担金額（詳細）が「{value}」です（受診券の条件（{terms}）から {expected}）。',
    'The copayment for the detailed part is "{value}"; the condition ({terms}) gives {expected}.',
  ),
  remedy: text(
    '詳細の窓口負担額を確認してください。',
    'Compute the copayment for the detailed part again from price, condition and the share of other programmes.',
  ),
  check(claim, facts, report) {
    const charge = claim.charges.detail;
    if (charge === null || claim.unitPriceDetails.length === 0) return;
    const { detail } = copaymentBases(claim);
    const expected = detail === null ? null : copaymentOf(detail, charge);
    const say: Report = (at, details) => {
      // Where a price is missing (E007) the copayment follows from all of them.
      if (!hasUnpricedDetail(facts)) unlessAnother(claim, 'detailPayment', report)(at, details);
    };
    reportCopayment(claim.paymentForDetail, expected, charge, say, detail);
  },
};
