import { misfitOf } from './claim-parts.js';
import { sumOfPrices } from './sum-of.js';
import { type RuleOf, text } from '../../rule.js';

/** P004: 単価合計が一致しません。 */
export const p004: RuleOf<'checkup-claim'> = {
  id: 'P004',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #5',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('単価合計が一致しません', 'The prices do not add up'),
  message: text(
    '単価（合計）が「{value}」です（基本・詳細・追加の合計 {expected}）。',
    'The total price is "{value}"; the prices add up to {expected}.',
  ),
  remedy: text('単価合計を確認してください。', 'Add up the prices again.'),
  check(claim, _facts, report) {
    const expected = sumOfPrices(claim);
    const total = claim.unitAmount;
    // A price is missing: P001.
    const isPriced = misfitOf(claim)?.missing.every((part) => !part.startsWith('unitPrice')) ?? true;
    if (total?.value === expected || !isPriced) return;
    report(total?.at ?? claim.settlement ?? claim.at, { value: total?.raw ?? null, expected });
  },
};
