import { ELDERLY_SECTION, programmeSectionOf, programmeSections } from '../../programme-sections.js';
import { lacksCheckupSection } from './checkup-section.js';
import { type RuleOf, text } from '../../rule.js';

/** M033: プログラムのセクションがありません。 */
export const m033: RuleOf<'checkup'> = {
  id: 'M033',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('プログラムのセクションがありません', 'The section of the programme is missing'),
  message: text(
    '{name}のセクション（{expected}）がありません。',
    'There is no section {expected}, that of {name}.',
  ),
  remedy: text(
    '結果を特定健診はセクション01010、広域連合の保健事業は01020に記録してください。',
    'Write the results into section 01010 for 特定健診, into 01020 for the programme of the elderly.',
  ),
  check(checkup, facts, report) {
    const expected = programmeSectionOf(facts.programme);
    if (expected === null || !lacksCheckupSection(checkup, facts)) return;
    report(checkup.sections[0]?.at ?? checkup.at, {
      expected,
      values: { name: programmeSections.get(expected)! },
      // The guide of 広域連合 is not at hand: the results can be read, wherever they stand.
      severity: expected === ELDERLY_SECTION ? 'warning' : 'return',
    });
  },
};
