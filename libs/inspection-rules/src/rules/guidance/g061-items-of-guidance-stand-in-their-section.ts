import { guidanceSections as sections } from '../../guidance-facts.js';
import { type RuleOf, text } from '../../rule.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { isGuidanceItem } from './guidance-item-table.js';

/** Sections by the beginning of the item codes, the longest first. */
const places: readonly (readonly [start: string, sections: readonly string[]])[] = [
  ['104200008', [sections.institution]],
  ['1042000022', [sections.totals]],
  ['1020', [sections.common]],
  ['1021', [sections.splitInterview, sections.interview]],
  ['1022', [sections.splitInterview, sections.interview]],
  ['10323', [sections.support]],
  ['10320', [sections.interim]],
  ['10420', [sections.evaluation]],
  ['1041', [sections.totals]],
  ['1042', [sections.totals]],
];
/** Sums of 実施上の集計 begin as items of the evaluation do. */
const doneTotals = /^10420[12]00[1-8]0$/;

function sectionsOf(code: string): readonly string[] {
  if (doneTotals.test(code)) return [sections.totals];
  return places.find(([start]) => code.startsWith(start))?.[1] ?? [];
}

/** G061: 保健指導の項目が別のセクションにあります。 */
export const g061: RuleOf<'guidance'> = {
  id: 'G061',
  level: 6,
  severity: 'query',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の項目が別のセクションにあります', 'An item of guidance stands in another section'),
  message: text(
    '{name}がセクション {value} にあります（正: {expected}）。',
    '{name} stands in section {value}; it belongs into {expected}.',
  ),
  remedy: text('項目をそのセクションに記録してください。', 'Write the item into its own section.'),
  check(guidance, _facts, report) {
    for (const { at, code, sectionCode } of guidance.items) {
      const wanted = isGuidanceItem(code) ? sectionsOf(code) : [];
      // A section that no table has is X013's.
      if (wanted.length === 0 || wanted.includes(sectionCode) || !known.has(sectionCode)) continue;
      const details = { value: sectionCode, expected: wanted.join(' / ') };
      report(at.child('code') ?? at, { item: code, ...details, values: { name: guidanceItemName(code) } });
    }
  },
};

const known: ReadonlySet<string> = new Set(Object.values(sections));
