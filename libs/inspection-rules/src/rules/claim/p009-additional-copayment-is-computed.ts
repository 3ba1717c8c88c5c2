import { copaymentBases, copaymentOf } from './copayment.js';
import { reportCopayment } from './report-copayment.js';
import { unlessAnother } from './wrong-amount.js';
import { type RuleOf, text } from '../../rule.js';

/** P009: 追加・ドックの窓口負担額が違います。 */
export const p009: RuleOf<'checkup-claim'> = {
  id: 'P009',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #4; 特定健診・特定保健指導 金額計算方法',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text(
    '追加・ドックの窓口負担額が違います',
    'The copayment for additional items or dock is computed wrongly',
  ),
  message: text(
    '窓口負担金額（追加・ドック）が「{value}」です（受診券の条件（{terms}）から {expected}）。',
    'The copayment for additional items or dock is "{value}"; the condition ({terms}) gives {expected}.',
  ),
  remedy: text(
    '追加・ドックの窓口負担額を確認してください。',
    'Compute the copayment for additional items or dock again from price, condition and the share of other programmes.',
  ),
  check(claim, _facts, report) {
    if (claim.unitPriceOthers.length === 0) return;
    const { other: base } = copaymentBases(claim);
    if (base === null) return;
    const say = unlessAnother(claim, 'otherPayment', report);
    const { other, dock, dockCopayment, dockLimit } = claim.charges;
    if (claim.claimType?.value === '5') {
      // Both conditions stand in the claim: no fixed part can be hidden behind the limit.
      if (dock === null || (dockCopayment === null && dockLimit === null)) return;
      reportCopayment(
        claim.paymentForOther,
        copaymentOf(base, dockCopayment, dockLimit),
        dockCopayment,
        say,
        base,
        dockLimit,
      );
    } else if (other !== null) {
      reportCopayment(claim.paymentForOther, copaymentOf(base, other), other, say, base);
    }
  },
};
