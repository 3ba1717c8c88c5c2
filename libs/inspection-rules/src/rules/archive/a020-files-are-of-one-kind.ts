import { archiveKindOf } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** A020: 健診と保健指導が混在しています。 */
export const a020: RuleOf<'archive'> = {
  id: 'A020',
  level: 2,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('健診と保健指導が混在しています', 'Checkups and guidance are mixed'),
  message: text(
    '{value}のファイルがあります（実施区分{expected}）。',
    'There are files of {value} in an archive of kind {expected}.',
  ),
  remedy: text(
    '健診と保健指導を分けて送付してください。',
    'Send checkups and guidance in archives of their own.',
  ),
  check(archive, _facts, report) {
    const { directory, rootName } = archive;
    if (directory === null || rootName === null) return;
    const kind = archiveKindOf(rootName.kindCode);
    if (kind === null) return;
    const { h, c, g, p } = directory.facts.prefixCounts;
    const counts = kind === 'checkup' ? { g, p } : { h, c };
    for (const [prefix, count] of Object.entries(counts)) {
      if (count > 0) report(null, { value: `${prefix}*.xml (${count})`, expected: rootName.kindCode });
    }
  },
};
