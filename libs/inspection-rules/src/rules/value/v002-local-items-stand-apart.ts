import { ADDITIONAL_SECTION } from '../../programme-sections.js';
import { type RuleOf, text } from '../../rule.js';

/** V002: 独自項目が任意追加以外のセクションにあります。 */
export const v002: RuleOf<'checkup'> = {
  id: 'V002',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '独自項目が任意追加以外のセクションにあります',
    'A local item stands in the section of the programme',
  ),
  message: text(
    '独自項目「{item}」がセクション {value} にあります（正: {expected}）。',
    'The local item "{item}" stands in section {value}; it belongs into {expected}.',
  ),
  remedy: text(
    '独自項目は任意追加のセクションに記録してください。',
    'Write local items into the section for additional items.',
  ),
  check(_checkup, facts, report) {
    for (const item of facts.items.local) {
      if (item.sectionCode === ADDITIONAL_SECTION) continue;
      report(item.at, { item: item.code, value: item.sectionCode, expected: ADDITIONAL_SECTION });
    }
  },
};
