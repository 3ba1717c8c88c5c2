import { placeBelow } from '../../memory-places.js';
import { heldContracts, pricesOfPart } from './contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** T022: 契約外の追加項目です。 */
export const t022: RuleOf<'memory'> = {
  id: 'T022',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('契約外の追加項目です', 'An additional item is not in the contract'),
  message: text(
    '追加項目「{value}」は契約にありません。',
    'Additional item "{value}" is not in the contract.',
  ),
  remedy: text(
    '契約外の追加項目を請求から除いてください。',
    'Take the item out of the claim, or check the contract.',
  ),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    if (contracts === null) return;
    const { prices, places, isGuidance } = memory.record;
    for (const { part, code, path, line } of prices) {
      if (part !== 'other' || code === null || pricesOfPart(contracts, part, code).length > 0) continue;
      report(placeBelow(places, isGuidance, path, line), { item: code, value: code });
    }
  },
};
