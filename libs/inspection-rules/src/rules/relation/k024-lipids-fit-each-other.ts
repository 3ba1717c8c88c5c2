import { itemCodes } from '../../item-codes.js';
import type { PairFacts } from '../../facts.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** K024: 脂質の値が互いに合いません。 */
export const k024: RuleOf<'checkup'> = {
  id: 'K024',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('脂質の値が互いに合いません', 'The lipids do not fit each other'),
  message: text(
    '{name}が {value} です（{detail}からは {expected} 以上）。',
    '{name} is {value}; {detail} give at least {expected}.',
  ),
  remedy: text('脂質の値を確認してください。', 'Check the lipids.'),
  check(_checkup, facts, report) {
    const ldl = facts.numberOf(itemCodes.ldl) ?? facts.numberOf(itemCodes.ldlCalculated);
    const hdl = facts.numberOf(itemCodes.hdl);
    if (hdl !== null) {
      const least = Math.max(hdl, ldl === null ? 0 : ldl + hdl - TOLERANCE);
      reportBelow(facts, itemCodes.totalCholesterol, least, words.total, report);
    }
    if (ldl !== null) reportBelow(facts, itemCodes.nonHdl, ldl - TOLERANCE, words.nonHdl, report);
  },
};

/** mg/dL that methods may differ by. */
const TOLERANCE = 10;

const words = {
  total: { name: text('総コレステロール', 'Total cholesterol'), detail: text('HDL・LDL', 'HDL and LDL') },
  nonHdl: { name: text('Non-HDLコレステロール', 'Non-HDL cholesterol'), detail: text('LDL', 'the LDL') },
} as const;

function reportBelow(
  facts: PairFacts,
  codes: readonly string[],
  least: number,
  values: (typeof words)[keyof typeof words],
  report: Report,
): void {
  const item = facts.itemOf(codes);
  const number = facts.numberOf(codes);
  if (item === null || number === null || number >= least) return;
  report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: least, values });
}
