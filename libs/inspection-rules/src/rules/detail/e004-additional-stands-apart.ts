import { ADDITIONAL_SECTION } from '../../programme-sections.js';
import { type RuleOf, text } from '../../rule.js';

/** E004: 対象者でない検査が特定健診のセクションにあります。 */
export const e004: RuleOf<'checkup'> = {
  id: 'E004',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '対象者でない検査が特定健診のセクションにあります',
    'An additional test stands in the section of the programme',
  ),
  message: text(
    '{name}の対象者が「{value}」（詳細な健診以外で実施）ですが、セクション {expected} ではありません。',
    'The {name} examination is "{value}" (not as a detailed examination), but does not stand in section {expected}.',
  ),
  remedy: text(
    '追加健診として任意追加のセクションに記録してください。',
    'Record it in the section for additional items.',
  ),
  check(_checkup, facts, report) {
    for (const { section, programmeSection, subject, subjectValue, name } of facts.detailGroups) {
      if (section !== programmeSection || subjectValue !== '0') continue;
      report(subject!.valueAt ?? subject!.at, {
        item: subject!.code,
        value: subjectValue,
        expected: ADDITIONAL_SECTION,
        values: { name },
      });
    }
  },
};
