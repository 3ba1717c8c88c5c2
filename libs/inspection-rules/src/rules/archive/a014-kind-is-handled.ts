import { archiveKindOf } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** A014: 実施区分が対象外です。 */
export const a014: RuleOf<'archive'> = {
  id: 'A014',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: 'OID表・別表',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('実施区分が対象外です', 'This kind of archive is not handled'),
  message: text(
    '名前の実施区分が「{value}」です（受け付けるのは1 特定健診、2 特定保健指導）。',
    'The name says kind {value}; only 1 (checkup) and 2 (guidance) are taken.',
  ),
  remedy: text('実施区分を確認してください。', 'Check the kind at the end of the name.'),
  check(archive, _facts, report) {
    const { rootName } = archive;
    if (rootName !== null && archiveKindOf(rootName.kindCode) === null) {
      report(null, { value: rootName.kindCode, expected: '1, 2' });
    }
  },
};
