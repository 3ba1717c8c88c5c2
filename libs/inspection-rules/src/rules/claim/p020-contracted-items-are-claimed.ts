import { claimPlace } from '../../memory-places.js';
import { heldContracts, ofCommission, pricesOfPart, writtenYen } from '../ticket/contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** P020: 請求していない追加項目があります。 */
export const p020: RuleOf<'memory'> = {
  id: 'P020',
  level: 7,
  severity: 'warning',
  returnReason: '04',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('請求していない追加項目があります', 'An additional item of the contract is not claimed'),
  message: text(
    '追加項目「{value}」の結果がありますが、請求していません（契約では「{expected}」円）。',
    'Item "{value}" has a result and a price of "{expected}" yen by the contract, but is not claimed.',
  ),
  remedy: text('追加健診の請求もれはありませんか。', 'Check whether the additional items are to be claimed.'),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    const { claimType, commissionType, additionalItems, places, isGuidance } = memory.record;
    if (contracts === null || claimType !== '1') return;
    for (const code of additionalItems) {
      const prices = ofCommission(pricesOfPart(contracts, 'other', code), commissionType);
      const yen = prices.map(({ priceYen }) => priceYen).filter((each) => each > 0);
      if (yen.length === 0) continue;
      const place = claimPlace(places, 'claimType', isGuidance);
      report(place, { item: code, value: code, expected: writtenYen(yen) });
    }
  },
};
