import { placeBelow } from '../../memory-places.js';
import { comparedPrices, heldContracts } from '../ticket/contract-prices.js';
import { partNames } from '../ticket/part-names.js';
import { type RuleOf, text } from '../../rule.js';

const TAX = 1.1;

/** Within the rounding of one yen. */
function differsByTax(yen: number, contracted: number): boolean {
  if (yen === 0 || contracted === 0) return false;
  return Math.abs(yen - contracted * TAX) < 1 || Math.abs(yen * TAX - contracted) < TAX;
}

/** P021: 単価の税込・税抜が契約と異なるようです。 */
export const p021: RuleOf<'memory'> = {
  id: 'P021',
  level: 7,
  severity: 'warning',
  returnReason: '04',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('単価の税込・税抜が契約と異なるようです', 'A price seems to be without tax, or taxed twice'),
  message: text(
    '{part}の単価「{value}」円は、契約の「{expected}」円と消費税分だけ異なります。',
    'The price of {part}, "{value}" yen, differs from "{expected}" yen of the contract by the consumption tax.',
  ),
  remedy: text('税込・税抜を確認してください。単価は税込で記録します。', 'Write prices with tax, once.'),
  check(memory, _facts, report) {
    const contracts = heldContracts(memory);
    if (contracts === null) return;
    const { record } = memory;
    for (const { price, yen, own } of comparedPrices(record, contracts)) {
      const taxed = own.includes(yen) ? undefined : own.find((each) => differsByTax(yen, each));
      if (taxed === undefined) continue;
      const place = placeBelow(record.places, record.isGuidance, price.path, price.line);
      const values = { part: partNames[price.part] };
      report(place, { item: price.code ?? '', value: yen, expected: taxed, values });
    }
  },
};
