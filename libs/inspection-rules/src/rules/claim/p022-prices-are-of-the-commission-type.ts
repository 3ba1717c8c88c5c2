import { claimPlace } from '../../memory-places.js';
import { comparedPrices, heldContracts, isOfOtherCommission } from '../ticket/contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** P022: 委託料単価区分と単価が合いません。 */
export const p022: RuleOf<'memory'> = {
  id: 'P022',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '委託料単価区分（別表15）',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('委託料単価区分と単価が合いません', 'The prices are those of the other commission type'),
  message: text(
    '委託料単価区分が「{value}」ですが、単価は「{expected}」の契約単価です。',
    'The commission type is "{value}", the prices are those of "{expected}".',
  ),
  remedy: text('委託料単価区分を確認してください。', 'Check the commission type.'),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    if (contracts === null) return;
    const { record } = memory;
    const { commissionType, places, isGuidance } = record;
    if (!isOfOtherCommission(comparedPrices(record, contracts))) return;
    const expected = commissionType === '1' ? '2' : '1';
    report(claimPlace(places, 'commissionType', isGuidance), { value: commissionType, expected });
  },
};
