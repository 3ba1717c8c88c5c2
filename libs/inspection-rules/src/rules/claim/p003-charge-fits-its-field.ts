import type { CheckupClaim, PlacedNumber } from '@daiko/exchange-format';
import { isRate } from './copayment.js';
import { type RuleOf, text } from '../../rule.js';

function* writtenCharges(claim: CheckupClaim): Generator<['amount' | 'rate', PlacedNumber]> {
  const { basic, detail, other, dockCopayment, dockLimit } = claim.charges;
  for (const charge of [basic, detail, other, dockCopayment, dockLimit]) {
    if (charge === null) continue;
    if (charge.amount !== null) yield ['amount', charge.amount];
    if (charge.rate !== null) yield ['rate', charge.rate];
  }
}

/** P003: 負担率・負担額の書き方が違います。 */
export const p003: RuleOf<'checkup-claim'> = {
  id: 'P003',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: 'XMLスキーマ V08',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('負担率・負担額の書き方が違います', 'A copayment rate or amount is written wrongly'),
  message: text(
    '窓口負担の{part}が「{value}」です（{expected}）。',
    'The copayment {part} is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '負担率を確認してください。率は百分率×1000の6桁です（30%は030000）。',
    'Write six digits; the rate is percent × 1000, at most 100000.',
  ),
  check(claim, _facts, report) {
    for (const [kind, written] of writtenCharges(claim)) {
      const isPercent = kind === 'rate';
      if (/^[0-9]{6}$/.test(written.raw) && (!isPercent || isRate(Number(written.raw)))) continue;
      const part = isPercent ? text('率', 'rate') : text('金額', 'amount');
      const expected = isPercent ? '001000–100000' : '000000–999999';
      report(written.at, { value: written.raw, expected, values: { part } });
    }
  },
};
