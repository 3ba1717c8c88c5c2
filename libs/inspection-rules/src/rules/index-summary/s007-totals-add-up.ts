import { type RuleOf, text } from '../../rule.js';

/** S007: 総計どうしの計算が合いません。 */
export const s007: RuleOf<'index'> = {
  id: 'S007',
  level: 3,
  severity: 'warning',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['su'],
  title: text('総計どうしの計算が合いません', 'The totals do not add up'),
  message: text(
    '単価 − 窓口負担 − 他健診負担 = {expected} ですが、請求総計が「{value}」です。',
    'Prices less copayments less other programmes are {expected}, the claims are "{value}".',
  ),
  remedy: text('総計の計算を確認してください。', 'Check how the totals were computed.'),
  check(index, _facts, report) {
    const { summary } = index;
    const cost = summary?.totalCostAmount?.value ?? null;
    const payment = summary?.totalPaymentAmount?.value ?? null;
    const claim = summary?.totalClaimAmount ?? null;
    if (cost === null || payment === null || claim === null || claim.value === null) return;
    const expected = cost - payment - (summary?.totalPaymentByOtherProgram?.value ?? 0);
    if (claim.value !== expected) report(claim.at, { value: claim.raw, expected });
  },
};
