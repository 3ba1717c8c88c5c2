import {
  type CheckupClaim,
  codeTable,
  type GuidanceClaim,
  OID_BASE,
  type Placed,
} from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

const copaymentCodes = `${OID_BASE}.1106`;
const claimTypes = `${OID_BASE}.1107`;
const detailCodes = `${OID_BASE}.1108`;
const commissionCodes = 'commission-type';
const guidanceTimings = `${OID_BASE}.1111`;
const guidanceLevels = `${OID_BASE}.1112`;
const paymentStates = `${OID_BASE}.1114`;

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
    const { checkupClaim, guidanceClaim } = pair;
    if (checkupClaim !== null) checkCheckup(checkupClaim, report);
    if (guidanceClaim !== null) checkGuidance(guidanceClaim, report);
  },
};

function checkCheckup(claim: CheckupClaim, report: Report): void {
  const { basic, detail, other, dockCopayment, dockLimit } = claim.charges;
  reportServiceType(claim.serviceEventType, '1', report);
  for (const charge of [basic, detail, other, dockCopayment, dockLimit]) {
    if (charge !== null) reportUnknown(charge.code, copaymentCodes, report);
  }
  reportUnknown(claim.claimType, claimTypes, report);
  reportUnknown(claim.commissionType, commissionCodes, report);
  for (const { observation } of claim.unitPriceDetails) reportUnknown(observation, detailCodes, report);
}

function checkGuidance(claim: GuidanceClaim, report: Report): void {
  reportServiceType(claim.serviceEventType, '2', report);
  reportUnknown(claim.ticket?.copayment?.code ?? null, copaymentCodes, report);
  reportUnknown(claim.ticket?.maxInsuranceLimit?.code ?? null, copaymentCodes, report);
  reportUnknown(claim.guidanceTiming, guidanceTimings, report);
  reportUnknown(claim.guidanceLevel, guidanceLevels, report);
  reportUnknown(claim.paymentStatus, paymentStates, report);
}

function reportUnknown(code: Placed<string> | null, of: string, report: Report): void {
  if (code === null) return;
  const table = codeTable(of);
  if (table === undefined || table.labels.has(code.value)) return;
  const expected = [...table.labels.keys()].join(', ');
  report(code.at, { value: code.value, expected, values: { name: table.name } });
}

/** 実施区分 of a claim is that of its form: cc08 1, gc08 2. */
function reportServiceType(type: Placed<string> | null, expected: string, report: Report): void {
  if (type === null || type.value === expected) return;
  report(type.at, { value: type.value, expected, values: { name: '実施区分' } });
}
