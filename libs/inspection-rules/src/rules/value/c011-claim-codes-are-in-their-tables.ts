import type { PairFacts } from '../../facts.js';
import { codeTable, OID_BASE, type Placed } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

const copaymentCodes = `${OID_BASE}.1106`;
const commissionCodes = 'commission-type';

function* codesOf(facts: PairFacts): Generator<readonly [table: string, code: Placed<string> | null]> {
  const { checkupClaim, guidanceClaim } = facts;
  if (checkupClaim !== null) {
    const { basic, detail, other, dockCopayment, dockLimit } = checkupClaim.charges;
    for (const charge of [basic, detail, other, dockCopayment, dockLimit]) {
      yield [copaymentCodes, charge?.code ?? null];
    }
    yield [`${OID_BASE}.1107`, checkupClaim.claimType];
    yield [commissionCodes, checkupClaim.commissionType];
    for (const price of checkupClaim.unitPriceDetails) yield [`${OID_BASE}.1108`, price.observation];
  }
  if (guidanceClaim !== null) {
    yield [copaymentCodes, guidanceClaim.ticket?.copayment?.code ?? null];
    yield [copaymentCodes, guidanceClaim.ticket?.maxInsuranceLimit?.code ?? null];
    yield [`${OID_BASE}.1111`, guidanceClaim.guidanceTiming];
    yield [`${OID_BASE}.1112`, guidanceClaim.guidanceLevel];
    yield [`${OID_BASE}.1114`, guidanceClaim.paymentStatus];
  }
}

/** C011: 決済情報のコードが別表にありません。 */
export const c011: RuleOf<'pair'> = {
  id: 'C011',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '別表 6 7 8 11 12 14 15',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  title: text('決済情報のコードが別表にありません', 'A code of the claim is not in its table'),
  message: text(
    '{name}のコードが「{value}」です（正: {expected}）。',
    'The code of {name} is "{value}"; one of {expected} was expected.',
  ),
  remedy: text('コードを確認してください。', 'Check the code.'),
  check(pair, _facts, report) {
    reportServiceType(pair.checkupClaim?.serviceEventType ?? null, '1', report);
    reportServiceType(pair.guidanceClaim?.serviceEventType ?? null, '2', report);
    for (const [table, code] of codesOf(pair)) {
      const labels = codeTable(table)?.labels;
      if (code === null || labels === undefined || labels.has(code.value)) continue;
      report(code.at, {
        value: code.value,
        expected: [...labels.keys()].join(', '),
        values: { name: codeTable(table)!.name },
      });
    }
  },
};

/** 実施区分 of a claim is that of its form: cc08 1, gc08 2. */
function reportServiceType(type: Placed<string> | null, expected: string, report: Report): void {
  if (type === null || type.value === expected) return;
  report(type.at, { value: type.value, expected, values: { name: '実施区分' } });
}
