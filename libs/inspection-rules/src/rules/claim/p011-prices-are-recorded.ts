import { hasNoPrices } from './balance.js';
import { type RuleOf, text } from '../../rule.js';

/** P011: 単価が記録されていません。 */
export const p011: RuleOf<'checkup-claim'> = {
  id: 'P011',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: 'kenshin-soft FAQ 5',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('単価が記録されていません', 'No price is recorded'),
  message: text('請求金額が0円です。単価がすべて0円です。', 'The claimed amount is 0 yen: every price is 0.'),
  remedy: text('単価が記録されていません。単価を記録してください。', 'Write the prices of the contract.'),
  check(claim, _facts, report) {
    const { claimAmount, settlement } = claim;
    if (claimAmount?.value !== 0 || !hasNoPrices(claim)) return;
    const first = claim.unitPriceBasic ?? claim.unitPriceOthers[0]?.amount;
    report(first?.at ?? settlement ?? claim.at, { value: first?.raw ?? null });
  },
};
