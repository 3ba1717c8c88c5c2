import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A007: ルートフォルダが1つではありません。 */
export const a007: RuleOf<'archive'> = {
  id: 'A007',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ルートフォルダが1つではありません', 'There is not exactly one root folder'),
  message: text(
    '{detail}。ルートフォルダはZIPと同じ名前で1つだけ置きます。',
    '{detail}. There must be one root folder, named like the ZIP.',
  ),
  remedy: text('ルートフォルダは1つにしてください。', 'Put everything into one root folder.'),
  check(archive, _facts, report) {
    reportDefects('A007', archive, report);
  },
};
