import { claimPlace } from '../../memory-places.js';
import { heldContracts, pricesOfPart } from '../ticket/contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** P019: ドック契約がありません。 */
export const p019: RuleOf<'memory'> = {
  id: 'P019',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('ドック契約がありません', 'The contract has no dock'),
  message: text(
    '請求区分「{value}」（人間ドック）の契約がありません。',
    'Claim type "{value}" is a dock, which the contract does not have.',
  ),
  remedy: text('ドックの契約を確認してください。', 'Check the contract, or claim by the parts of a checkup.'),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    const { claimType, places, isGuidance } = memory.record;
    if (contracts === null || claimType !== '5') return;
    if (pricesOfPart(contracts, 'dock', null).length > 0) return;
    report(claimPlace(places, 'claimType', isGuidance), { value: claimType });
  },
};
