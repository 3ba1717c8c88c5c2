import { claimPlace } from '../../memory-places.js';
import { earlierWords, otherInstalments } from './earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** H016: 同じ利用券の請求で区分・単価・健診日が異なります。 */
export const h016: RuleOf<'memory'> = {
  id: 'H016',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hg', 'gc'],
  title: text(
    '同じ利用券の請求で区分・単価・健診日が異なります',
    'The instalments of one ticket differ in level, price or checkup',
  ),
  message: text(
    '{part}が「{value}」ですが、同じ利用券の前の請求（{earlier}）では「{expected}」です。',
    '{part} is "{value}", but "{expected}" in the earlier claim of this ticket ({earlier}).',
  ),
  remedy: text(
    '同じ利用券の請求は、同じ区分・単価・健診のものです。どちらが正しいか確認してください。',
    'All claims of a ticket are of one level, price and checkup; check which is right.',
  ),
  check(memory, _facts, report) {
    const { level, unitYen, checkupDate, places } = memory.record;
    const earlier = otherInstalments(memory).find(
      ({ isSamePerson, isSameName }) => isSamePerson || isSameName,
    );
    if (earlier === undefined) return;
    const compared = [
      ['level', text('保健指導区分', 'The guidance level'), level, earlier.level],
      ['calculatedAmount', text('委託料単価', 'The price of the course'), unitYen, earlier.unitYen],
      ['ticket', text('健診実施年月日', 'The date of the checkup'), checkupDate, earlier.checkupDate],
    ] as const;
    // The price follows from the level: the first is said.
    const [at, part, value, expected] =
      compared.find(([, , own, other]) => own !== other && !isOpen(own) && !isOpen(other)) ?? [];
    if (at === undefined || part === undefined) return;
    const values = { part, earlier: earlierWords(earlier) };
    report(claimPlace(places, at, true), { value, expected, values });
  },
};

function isOpen(value: string | number | null): boolean {
  return value === null || value === '';
}
