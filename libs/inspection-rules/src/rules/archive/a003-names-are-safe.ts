import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A003: 不正なファイル名があります。 */
export const a003: RuleOf<'archive'> = {
  id: 'A003',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: 'own design: names that lead out of the archive',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('不正なファイル名があります', 'A file name is not allowed'),
  message: text('ファイル名が不正です（{detail}）{more}。', 'A file name is not allowed: {detail}{more}.'),
  remedy: text('不正なファイル名を直してください。', 'Correct the name of the file.'),
  check(archive, _facts, report) {
    reportDefects('A003', archive, report);
  },
};
