import type { PairFacts } from '../../facts.js';
import { lacksCheckupSection } from './checkup-section.js';
import { checkupSets } from './mandatory-sets.js';
import { type RuleOf, text } from '../../rule.js';

const ADDITIONAL = '01990';

/** M034: 必須項目が任意追加のセクションにあります。 */
export const m034: RuleOf<'checkup'> = {
  id: 'M034',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '必須項目が任意追加のセクションにあります',
    'A mandatory item stands among the additional items',
  ),
  message: text(
    '{name}（{item}）がセクション {value} だけにあります（正: {expected}）。',
    '{name} ({item}) stands in section {value} only; it belongs into {expected}.',
  ),
  remedy: text(
    '必須項目は特定健診のセクションに記録してください。',
    'Write mandatory items into the section of the checkup.',
  ),
  check(checkup, facts, report) {
    if (facts.programme !== '010' || lacksCheckupSection(checkup, facts)) return;
    if (!checkup.sections.some(({ code }) => code?.value === ADDITIONAL)) return;
    for (const { name, codes } of checkupSets) {
      const item = facts.itemOf(codes);
      if (item?.state !== 'VALUE' || item.sectionCode !== ADDITIONAL || standsElsewhere(codes, facts))
        continue;
      report(item.at, { item: item.code, value: ADDITIONAL, expected: '01010', values: { name } });
    }
  },
};

function standsElsewhere(codes: readonly string[], facts: PairFacts): boolean {
  return codes.some((code) => {
    const item = facts.item(code);
    return item?.state === 'VALUE' && item.sectionCode !== ADDITIONAL;
  });
}
