import { timings } from './timing-table.js';
import { type RuleOf, text } from '../../rule.js';

/** G042: 支払割合が区分・時点と合いません。 */
export const g042: RuleOf<'guidance-claim'> = {
  id: 'G042',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '標準的な契約書 別紙 (未確認)',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('支払割合が区分・時点と合いません', 'The payment rate does not fit level and timing'),
  message: text(
    '支払割合が「{value}」です（保健指導区分と実施時点から {expected}）。',
    'The payment rate is "{value}"; level and timing call for {expected}.',
  ),
  remedy: text('支払割合を確認してください。', 'Check the payment rate.'),
  check(claim, facts, report) {
    const rate = claim.paymentRate;
    const taken = facts.settings.paymentRates;
    const code = claim.guidanceLevel?.value ?? '';
    const level = code === '1' ? 'active' : 'motivational';
    const timing = timings[claim.guidanceTiming?.value ?? ''];
    // What an older level (4) is paid nobody says: G006 asks.
    const expected = (/^[123]$/.test(code) ? timing?.[level] : null) ?? taken;
    if (rate !== null && rate.value !== null && expected.includes(rate.value)) return;
    report(rate?.at ?? claim.settlement ?? claim.at, {
      value: rate?.raw ?? null,
      expected: expected.join(', '),
    });
  },
};
