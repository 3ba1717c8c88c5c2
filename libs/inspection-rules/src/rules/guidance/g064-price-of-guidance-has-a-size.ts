import { type RuleOf, text } from '../../rule.js';

/** What a course can cost, and what it mostly does; yen. */
const PRICE_MAX = 999_999;
const USUAL = { min: 1_000, max: 200_000 };

/** G064: 保健指導の委託料単価がありえない額です。 */
export const g064: RuleOf<'guidance-claim'> = {
  id: 'G064',
  level: 6,
  severity: 'warning',
  returnReason: '04',
  source: 'kenshin-soft FAQ 5; own design',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('保健指導の委託料単価がありえない額です', 'The price of the course is no price'),
  message: text(
    '保健指導の委託料単価が「{value}」円です（{expected}円の範囲）。',
    'The price of the course is "{value}" yen; {expected} was expected.',
  ),
  remedy: text('契約の単価を記録してください。', 'Write the price of the contract.'),
  check({ unitPrice: price }, _facts, report) {
    if (price === null || price.value === null) return;
    if (price.value >= USUAL.min && price.value <= USUAL.max) return;
    const isPossible = price.value > 0 && price.value <= PRICE_MAX;
    const severity = price.value === 0 ? 'return' : isPossible ? 'warning' : 'query';
    report(price.at, { value: price.raw, expected: `${USUAL.min}–${USUAL.max}`, severity });
  },
};
