import { placeBelow } from '../../memory-places.js';
import { heldContracts, pricesOfPart, writtenYen } from '../ticket/contract-prices.js';
import { type RuleOf, text } from '../../rule.js';

/** G041: 保健指導の契約単価と異なります。 */
export const g041: RuleOf<'memory'> = {
  id: 'G041',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hg', 'gc'],
  title: text('保健指導の契約単価と異なります', 'The price of the course is not that of the contract'),
  message: text(
    '委託料単価が「{value}」円です（契約では「{expected}」円）。',
    'The price of the course is "{value}" yen; the contract has "{expected}" yen.',
  ),
  remedy: text(
    '契約単価を確認してください。',
    'Write the price of the contract on the day of the first interview.',
  ),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    const { level, prices, places, isGuidance } = memory.record;
    const [price] = prices;
    if (contracts === null || price === undefined || price.yen === null || level === '') return;
    const own = pricesOfPart(contracts, level === '1' ? 'active' : 'motivational', null);
    if (own.some(({ priceYen }) => priceYen === price.yen)) return;
    const expected = own.length === 0 ? '-' : writtenYen(own.map(({ priceYen }) => priceYen));
    report(placeBelow(places, isGuidance, price.path, price.line), { value: price.yen, expected });
  },
};
