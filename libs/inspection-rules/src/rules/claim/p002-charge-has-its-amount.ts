import { chargeFaultOf } from './charge-fault.js';
import { type RuleOf, text } from '../../rule.js';

/** P002: 窓口負担の金額・率がありません。 */
export const p002: RuleOf<'checkup-claim'> = {
  id: 'P002',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('窓口負担の金額・率がありません', 'A copayment condition lacks its amount or rate'),
  message: text(
    '窓口負担コード「{value}」に対する金額・率の記録が違います（{detail}）。',
    'The copayment code "{value}" {detail}.',
  ),
  remedy: text(
    '窓口負担の金額・率を記録してください。',
    'Write the amount for codes 2 and 4, the rate for 3, nothing for 1.',
  ),
  check(claim, _facts, report) {
    const { basic, detail, other, dockCopayment, dockLimit } = claim.charges;
    for (const charge of [basic, detail, other, dockCopayment, dockLimit]) {
      if (charge === null) continue;
      const fault = chargeFaultOf(charge);
      if (fault !== null) report(charge.at, { value: charge.code?.value ?? null, values: { detail: fault } });
    }
  },
};
