import type { GuidanceClaim } from '@daiko/exchange-format';
import { timings } from './timing-table.js';
import { type RuleOf, text } from '../../rule.js';

/** Whole yen, halves up; at 途中終了 of 積極的支援 by the share of points reached, never above 1. Null without points. */
function expectedAmount(claim: GuidanceClaim, price: number, rate: number): number | null {
  if (claim.guidanceTiming?.value !== '3' || claim.guidanceLevel?.value !== '1') {
    return Math.floor((price * rate + 50) / 100);
  }
  const completed = claim.pointCountCompleted?.value ?? null;
  const intended = claim.pointCountIntended?.value ?? null;
  if (completed === null || intended === null || intended === 0) return null;
  const points = BigInt(Math.min(completed, intended));
  const divisor = 100n * BigInt(intended);
  return Number((BigInt(price) * BigInt(rate) * points * 2n + divisor) / (2n * divisor));
}

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
    '算定金額が「{value}」です（委託料単価 × 支払割合{share} = {expected}、四捨五入）。',
    'The calculated amount is "{value}"; price × rate{share} is {expected}, halves up.',
  ),
  remedy: text('算定金額の計算を確認してください。', 'Compute the amount again.'),
  check(claim, _facts, report) {
    const price = claim.unitPrice?.value ?? null;
    const rate = claim.paymentRate?.value ?? null;
    const amount = claim.calculatedAmount;
    const expected = price === null || rate === null ? null : expectedAmount(claim, price, rate);
    // G046 and G047 ask for the points without which nothing can be computed.
    if (expected === null && price !== null && rate !== null && !hasBothPoints(claim)) return;
    if (expected !== null && amount?.value === expected) return;
    // Right by the rate that level and timing call for: the rate is wrong, which G042 says.
    const level = claim.guidanceLevel?.value === '1' ? 'active' : 'motivational';
    const due = timings[claim.guidanceTiming?.value ?? '']?.[level] ?? [];
    const isRateWrong = rate !== null && due.length > 0 && !due.includes(rate);
    if (isRateWrong && price !== null && amount !== null) {
      if (due.some((right) => expectedAmount(claim, price, right) === amount.value)) return;
    }
    // Nothing is due when 動機付け支援 ends early, whatever its rate says.
    const isEndedEarly = claim.guidanceTiming?.value === '3' && claim.guidanceLevel?.value !== '1';
    if (isEndedEarly && amount?.value === 0) return;
    report(amount?.at ?? claim.settlement ?? claim.at, {
      value: amount?.raw ?? null,
      expected,
      values: { share: claim.guidanceTiming?.value === '3' ? pointShare : '' },
    });
  },
};

const pointShare = text(' × 実施済みポイント ÷ 計画ポイント', ' × points completed ÷ points intended');
