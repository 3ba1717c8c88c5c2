import { claimPlace } from '../../memory-places.js';
import { heldContracts, ofCommission } from './contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** T020: 委託料単価区分の契約がありません。 */
export const t020: RuleOf<'memory'> = {
  id: 'T020',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '委託料単価区分（別表15）',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('委託料単価区分の契約がありません', 'The contract has no prices of this commission type'),
  message: text(
    '委託料単価区分「{value}」の単価が契約にありません。',
    'The contract has no prices of commission type "{value}".',
  ),
  remedy: text(
    '単価区分（1 個別、2 集団）を確認してください。',
    'Check the commission type: 1 individual, 2 group.',
  ),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    const { commissionType, places, isGuidance } = memory.record;
    if (contracts === null || commissionType === '') return;
    const prices = contracts.flatMap((contract) => contract.prices);
    if (prices.length === 0 || ofCommission(prices, commissionType).length > 0) return;
    report(claimPlace(places, 'commissionType', isGuidance), { value: commissionType });
  },
};
