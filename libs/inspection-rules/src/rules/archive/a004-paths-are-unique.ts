import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A004: 同名ファイルが重複しています。 */
export const a004: RuleOf<'archive'> = {
  id: 'A004',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: 'own design',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('同名ファイルが重複しています', 'The same path stands twice'),
  message: text(
    '同じ名前のファイルが重複しています（大文字・小文字の違いを含みます）{more}。',
    'The same path stands twice, letter case aside{more}.',
  ),
  remedy: text('同名ファイルの重複をなくしてください。', 'Remove one of the two files.'),
  check(archive, _facts, report) {
    reportDefects('A004', archive, report);
  },
};
