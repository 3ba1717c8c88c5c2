import { lacksCheckupSection } from './checkup-section.js';
import { type RuleOf, text } from '../../rule.js';

/** M033: 特定健診のセクションがありません。 */
export const m033: RuleOf<'checkup'> = {
  id: 'M033',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('特定健診のセクションがありません', 'The section of the checkup is missing'),
  message: text('特定健診のセクション（{expected}）がありません。', 'There is no section {expected}.'),
  remedy: text(
    '特定健診の結果をセクション01010に記録してください。',
    'Write the results of the checkup into section 01010.',
  ),
  check(checkup, facts, report) {
    if (lacksCheckupSection(checkup, facts))
      report(checkup.sections[0]?.at ?? checkup.at, { expected: '01010' });
  },
};
