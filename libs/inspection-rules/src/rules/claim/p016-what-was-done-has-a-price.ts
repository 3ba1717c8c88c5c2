import { placeBelow } from '../../memory-places.js';
import { comparedPrices, heldContracts, writtenYen } from '../ticket/contract-prices.js';
import { partNames } from '../ticket/part-names.js';
import { type RuleOf, text } from '../../rule.js';

/** P016: 実施した健診の単価が0円です。 */
export const p016: RuleOf<'memory'> = {
  id: 'P016',
  level: 7,
  severity: 'query',
  returnReason: '04',
  source: 'kenshin-soft FAQ 5',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('実施した健診の単価が0円です', 'What was done has a price of 0'),
  message: text(
    '{part}の単価が0円です（契約では「{expected}」円）。',
    'The price of {part} is 0 yen; the contract has "{expected}" yen.',
  ),
  remedy: text(
    '単価を確認してください。',
    'Check the price; 0 is right only where another price includes it.',
  ),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    if (contracts === null) return;
    const { record } = memory;
    for (const { price, yen, own } of comparedPrices(record, contracts)) {
      if (yen !== 0 || own.length === 0 || own.includes(0)) continue;
      const place = placeBelow(record.places, record.isGuidance, price.path, price.line);
      const values = { part: partNames[price.part] };
      report(place, { item: price.code ?? '', value: 0, expected: writtenYen(own), values });
    }
  },
};
