import { chargeFaultOf } from '../claim/charge-fault.js';
import { isRate } from '../claim/copayment.js';
import { type RuleOf, text } from '../../rule.js';

/** G063: 利用券の窓口負担の金額・率が違います。 */
export const g063: RuleOf<'guidance-claim'> = {
  id: 'G063',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text(
    '利用券の窓口負担の金額・率が違います',
    'The copayment of the ticket lacks its amount or rate, or it is impossible',
  ),
  message: text(
    '利用券の窓口負担コード「{value}」に対する金額・率の記録が違います（{detail}）。',
    'The copayment code "{value}" of the ticket {detail}.',
  ),
  remedy: text(
    '窓口負担の金額・率を記録してください。率は百分率×1000の6桁です（30%は030000）。',
    'Write the amount for codes 2 and 4, the rate for 3 (percent × 1000, at most 100000), nothing for 1.',
  ),
  check({ ticket }, _facts, report) {
    for (const charge of [ticket?.copayment ?? null, ticket?.maxInsuranceLimit ?? null]) {
      if (charge === null) continue;
      const value = charge.code?.value ?? null;
      const fault = chargeFaultOf(charge);
      if (fault !== null) report(charge.at, { value, values: { detail: fault } });
      const rate = charge.rate;
      if (fault !== null || rate === null || isRate(rate.value ?? -1)) continue;
      const detail = text(
        `率が「${rate.raw}」です（001000–100000）`,
        `has the rate "${rate.raw}"; 001000–100000 was expected`,
      );
      report(rate.at, { value, expected: '001000–100000', values: { detail } });
    }
  },
};
