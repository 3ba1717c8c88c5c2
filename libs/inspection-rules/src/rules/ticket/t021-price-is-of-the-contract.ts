import { placeBelow } from '../../memory-places.js';
import { comparedPrices, heldContracts, isOfOtherCommission, writtenYen } from './contract-prices.js';
import { partNames } from './part-names.js';
import { type RuleOf, text } from '../../rule.js';

/** T021: 契約単価と異なります。 */
export const t021: RuleOf<'memory'> = {
  id: 'T021',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('契約単価と異なります', 'A price is not that of the contract'),
  message: text(
    '{part}の単価が「{value}」円です（契約では「{expected}」円）{slip}。',
    'The price of {part} is "{value}" yen; the contract has "{expected}" yen{slip}.',
  ),
  remedy: text('契約単価を確認してください。', 'Write the price of the contract.'),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    if (contracts === null) return;
    const { record } = memory;
    const prices = comparedPrices(record, contracts);
    // The other 委託料単価区分 is P022, a price of 0 is P016, a price that the contract lacks is T020, T022 or P019.
    if (isOfOtherCommission(prices)) return;
    for (const { price, yen, own } of prices) {
      if (own.length === 0 || yen === 0 || own.includes(yen)) continue;
      const place = placeBelow(record.places, record.isGuidance, price.path, price.line);
      const values = { part: partNames[price.part], slip: yen > 10 * Math.max(...own) ? tenfold : '' };
      report(place, { item: price.code ?? '', value: yen, expected: writtenYen(own), values });
    }
  },
};

/** What P017 would ask about: the price is returned anyway. */
const tenfold = text(
  '。契約単価の10倍を超えています。桁を確認してください',
  ': more than ten times as much, perhaps a digit too many',
);
