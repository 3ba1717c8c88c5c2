import type { CheckupClaim, PlacedNumber } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** 100 % as it is written: percent × 1000. */
const RATE_MAX = 100_000;

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
  remedy: text('負担率を確認してください。', 'Write six digits; the rate is percent × 1000, at most 100000.'),
  check(claim, _facts, report) {
    for (const [kind, written] of writtenCharges(claim)) {
      const isRate = kind === 'rate';
      if (/^[0-9]{6}$/.test(written.raw) && !(isRate && Number(written.raw) > RATE_MAX)) continue;
      const part = isRate ? text('率', 'rate') : text('金額', 'amount');
      const expected = isRate ? '000000–100000' : '000000–999999';
      report(written.at, { value: written.raw, expected, values: { part } });
    }
  },
};
