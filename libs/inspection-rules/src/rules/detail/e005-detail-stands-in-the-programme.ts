import { ADDITIONAL_SECTION } from '../../programme-sections.js';
import { type RuleOf, text } from '../../rule.js';

/** E005: 詳細な健診が任意追加のセクションにあります。 */
export const e005: RuleOf<'checkup'> = {
  id: 'E005',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '詳細な健診が任意追加のセクションにあります',
    'A detailed examination stands among additional items',
  ),
  message: text(
    '{name}の対象者が「{value}」ですが、セクション {expected} ではありません。',
    'The {name} examination is for a person of kind "{value}", but does not stand in section {expected}.',
  ),
  remedy: text(
    '詳細な健診として特定健診のセクションに記録してください。',
    'Record it in the section of the programme.',
  ),
  check(_checkup, facts, report) {
    for (const { section, programmeSection, subject, subjectValue, name } of facts.detailGroups) {
      if (section !== ADDITIONAL_SECTION || subjectValue === '' || subjectValue === '0') continue;
      report(subject!.valueAt ?? subject!.at, {
        item: subject!.code,
        value: subjectValue,
        expected: programmeSection,
        values: { name },
      });
    }
  },
};
