import type { GuidanceClaim } from '@daiko/exchange-format';
import { amountAt, dueAmount, dueByRecord, dueRates, isSwapped } from './due-amount.js';
import { type RuleOf, text } from '../../rule.js';

function hasBothPoints({ pointCountCompleted, pointCountIntended }: GuidanceClaim): boolean {
  return pointCountCompleted !== null && pointCountIntended !== null && pointCountIntended.value !== 0;
}

/** G043: 算定金額の計算が違います。 */
export const g043: RuleOf<'guidance-claim'> = {
  id: 'G043',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('算定金額の計算が違います', 'The calculated amount is computed wrongly'),
  message: text(
    '算定金額が「{value}」です（委託料単価 × 支払割合{share} = {expected}、四捨五入{hint}）。',
    'The calculated amount is "{value}"; price × rate{share} is {expected}, halves up{hint}.',
  ),
  remedy: text('算定金額の計算を確認してください。', 'Compute the amount again.'),
  check(claim, { settings, guidanceFacts }, report) {
    // Nothing is due when 動機付け支援 ends early: an amount is G050's.
    if (claim.guidanceTiming?.value === '3' && claim.guidanceLevel?.value !== '1') return;
    const price = claim.unitPrice?.value ?? null;
    const rate = claim.paymentRate?.value ?? null;
    const amount = claim.calculatedAmount;
    // A price of nothing is G064's.
    if (price === 0) return;
    const expected = dueAmount(claim);
    // G046 and G047 ask for the points without which nothing can be computed.
    if (expected === null && price !== null && rate !== null && !hasBothPoints(claim)) return;
    if (expected !== null && amount?.value === expected) return;
    if (expected !== null && amount?.value === dueByRecord(claim, guidanceFacts)) return;
    // Right by a rate that level and timing call for: the rate is wrong, which G042 says.
    const due = dueRates(claim, settings.paymentRates);
    if (rate !== null && !due.includes(rate) && price !== null && amount !== null) {
      if (due.some((right) => amountAt(claim, price, right) === amount.value)) return;
    }
    report(amount?.at ?? claim.settlement ?? claim.at, {
      value: amount?.raw ?? null,
      expected,
      values: {
        share: claim.guidanceTiming?.value === '3' ? pointShare : '',
        hint: isSwapped(claim) ? swapped : '',
      },
    });
  },
};

const pointShare = text(' × 実施済みポイント ÷ 計画ポイント', ' × points completed ÷ points intended');
const swapped = text('。請求金額と入れ替わっています', '; it is exchanged with the claimed amount');
