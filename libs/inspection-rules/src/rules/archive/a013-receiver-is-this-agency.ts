import { type RuleOf, text } from '../../rule.js';

/** A013: 提出先番号が当機関ではありません。 */
export const a013: RuleOf<'archive'> = {
  id: 'A013',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('提出先番号が当機関ではありません', 'The receiver is another agency'),
  message: text(
    '名前の提出先番号が「{value}」です（当機関は「{expected}」）。',
    'The name says receiver "{value}", this agency is "{expected}".',
  ),
  remedy: text('提出先番号を確認してください。', 'Check the receiver number.'),
  check(archive, facts, report) {
    const { rootName } = archive;
    const { agencyNumber } = facts.settings;
    // What this agency sends itself (種別 2, 3, 11) goes to others; that it comes from us, A012 sees to.
    if (agencyNumber === '' || rootName === null || rootName.sender === agencyNumber) return;
    if (rootName.receiver !== agencyNumber) {
      report(null, { value: rootName.receiver, expected: agencyNumber });
    }
  },
};
