import { type RuleOf, text } from '../../rule.js';

/** P018: 他健診負担額が単価合計を超えています。 */
export const p018: RuleOf<'checkup-claim'> = {
  id: 'P018',
  level: 6,
  severity: 'query',
  returnReason: '07',
  source: 'own design',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('他健診負担額が単価合計を超えています', 'Another programme bears more than the price'),
  message: text(
    '他の健診による負担金額「{value}」が単価合計（{expected}）を超えています。',
    'Another programme bears "{value}" yen of a total price of {expected}.',
  ),
  remedy: text('他健診負担額を確認してください。', 'Check the amount another programme bears.'),
  check(claim, _facts, report) {
    const other = claim.paymentByOtherProgram;
    const unit = claim.unitAmount?.value ?? null;
    if (other === null || other.value === null || unit === null || other.value <= unit) return;
    report(other.at, { value: other.raw, expected: unit });
  },
};
