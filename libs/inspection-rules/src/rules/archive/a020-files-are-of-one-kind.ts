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
    '{other}のファイル {value} があります（名前の実施区分は{expected} {own}）。',
    'There are files of {other}, {value}, in an archive of kind {expected} ({own}).',
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
    const found = Object.entries(counts).filter(([, count]) => count > 0);
    if (found.length === 0) return;
    report(null, {
      value: found.map(([prefix, count]) => `${prefix}*.xml (${count})`).join(', '),
      expected: rootName.kindCode,
      values: kind === 'checkup' ? { own: checkups, other: guidance } : { own: guidance, other: checkups },
    });
  },
};

const checkups = text('特定健診', 'checkups');
const guidance = text('特定保健指導', 'guidance');
