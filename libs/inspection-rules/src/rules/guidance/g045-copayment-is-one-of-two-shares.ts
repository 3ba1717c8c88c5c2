import type { GuidanceClaim, PlacedNumber } from '@daiko/exchange-format';
import { copaymentOf } from '../claim/copayment.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const PRICE_MAX = 999_999_999;

/** G045: 窓口負担の取り方が利用券の条件と合いません。 */
export const g045: RuleOf<'guidance-claim'> = {
  id: 'G045',
  level: 6,
  severity: 'warning',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法 (未確認)',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text(
    '窓口負担の取り方が利用券の条件と合いません',
    'The copayment collected fits no way of sharing it',
  ),
  message: text('{part}が「{value}」です（{detail}）。', '{part} is "{value}"; {detail}.'),
  remedy: text(
    '窓口負担の取り方を確認してください。',
    'Collect all of it at the first claim, or the share of each claim.',
  ),
  check(claim, facts, report) {
    const { ticket, paymentAmount, guidanceTiming: timing } = claim;
    const price = claim.unitPrice?.value ?? null;
    const rate = claim.paymentRate?.value ?? null;
    if (ticket === null) return;
    if (ticket.copayment === null && ticket.maxInsuranceLimit === null) {
      return reportUnasked(paymentAmount, report);
    }
    if (price === null || price > PRICE_MAX || rate === null || rate > 100) return;
    const whole = copaymentOf(price, ticket.copayment, ticket.maxInsuranceLimit);
    if (whole === null || paymentAmount === null || paymentAmount.value === null) return;
    // Of an early end and of other contracts the share is the contract's.
    if (timing?.value === '3') return reportStatus(claim, paymentAmount.value, 0, report);
    if (timing === null || !/^[125]$/.test(timing.value)) return;
    const atFirst = timing.value === '2' ? 0 : whole;
    const share = Math.floor((whole * rate + 50) / 100);
    const wanted = { first: [atFirst], share: [share], any: [atFirst, share] }[facts.terms.guidanceCopayment];
    if (wanted.includes(paymentAmount.value)) {
      return reportStatus(claim, paymentAmount.value, atFirst, report);
    }
    const expected = [...new Set(wanted)].join(' / ');
    const values = { part: parts.amount, detail: text(expected, `${expected} yen was expected`) };
    report(paymentAmount.at, { value: paymentAmount.raw, expected, values });
  },
};

const parts = {
  amount: text('窓口負担金額', 'The copayment collected'),
  status: text('窓口負担徴収', 'The code of how it is collected'),
};

/** What a ticket without any condition does not ask for. */
function reportUnasked(payment: PlacedNumber | null, report: Report): void {
  if (payment === null || (payment.value ?? 0) === 0) return;
  const detail = text('利用券に窓口負担の記録がない、正: 0', 'the ticket names no copayment, 0 was expected');
  report(payment.at, { value: payment.raw, expected: 0, values: { part: parts.amount, detail } });
}

/** 別表14: who collects all at the first claim (1) has collected it there, and nothing later. */
function reportStatus(claim: GuidanceClaim, paid: number, atFirst: number, report: Report): void {
  const status = claim.paymentStatus;
  if (status?.value !== '1' || paid === atFirst) return;
  const detail = text(
    `初回時に全額徴収ですが、窓口負担金額は ${paid}、正: ${atFirst}`,
    `all is collected at the first claim, but the copayment is ${paid}, not ${atFirst}`,
  );
  report(status.at, { value: status.value, expected: '2', values: { part: parts.status, detail } });
}
