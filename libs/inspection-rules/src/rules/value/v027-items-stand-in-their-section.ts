import { sectionsOutsideCheckup } from '../../item-sections.js';
import { programmeSections } from '../../programme-sections.js';
import { type RuleOf, text } from '../../rule.js';

/** V027: 特定健診以外の項目が特定健診のセクションにあります。 */
export const v027: RuleOf<'checkup'> = {
  id: 'V027',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4; 項目表',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '特定健診以外の項目が特定健診のセクションにあります',
    'An item of another programme stands in the section of the checkup',
  ),
  message: text(
    '{itemName}（{item}）は{name}の項目ではありませんが、セクション {value} にあります（正: {expected}）。',
    '{itemName} ({item}) is no item of {name}, but stands in section {value}; it belongs into {expected}.',
  ),
  remedy: text(
    'その健診（がん検診など）又は任意追加のセクションに記録してください。',
    'Write the item into the section of its programme, or of the additional items.',
  ),
  check(_checkup, facts, report) {
    for (const { at, code, sectionCode } of facts.items.outsideCheckup) {
      const name = programmeSections.get(sectionCode);
      if (name === undefined) continue;
      report(at, {
        item: code,
        value: sectionCode,
        expected: sectionsOutsideCheckup(code),
        values: { name },
      });
    }
  },
};
