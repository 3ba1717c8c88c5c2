import type { PairFacts } from '../../facts.js';
import { isSectionOf } from '../document/section-codes.js';
import { CHECKUP_SECTION, programmeSectionOf } from '../../programme-sections.js';
import { lacksCheckupSection } from './checkup-section.js';
import { checkupSets, elderlySets } from './mandatory-sets.js';
import { type RuleOf, text } from '../../rule.js';

/** M034: 必須項目がプログラムのセクションの外にあります。 */
export const m034: RuleOf<'checkup'> = {
  id: 'M034',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '必須項目がプログラムのセクションの外にあります',
    'A mandatory item stands outside the section of the programme',
  ),
  message: text(
    '{name}（{item}）がセクション {value} だけにあります（正: {expected}）。',
    '{name} ({item}) stands in section {value} only; it belongs into {expected}.',
  ),
  remedy: text(
    '必須項目は特定健診（広域連合の保健事業）のセクションに記録してください。',
    'Write mandatory items into the section of the programme.',
  ),
  check(checkup, facts, report) {
    const own = programmeSectionOf(facts.programme);
    if (own === null || lacksCheckupSection(checkup, facts)) return;
    if (!checkup.sections.some(({ code }) => code?.value !== own)) return;
    for (const { name, codes } of own === CHECKUP_SECTION ? checkupSets : elderlySets) {
      const item = facts.itemOf(codes);
      if (item?.state !== 'VALUE' || item.sectionCode === own || standsInPlace(codes, own, facts)) continue;
      // A section that a checkup does not have is X013's.
      if (!isSectionOf(item.sectionCode, false)) continue;
      report(item.at, { item: item.code, value: item.sectionCode, expected: own, values: { name } });
    }
  },
};

function standsInPlace(codes: readonly string[], section: string, facts: PairFacts): boolean {
  return codes.some((code) => {
    const item = facts.item(code);
    return item?.state === 'VALUE' && item.sectionCode === section;
  });
}
