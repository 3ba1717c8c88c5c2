import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A001: ZIPとして読めません。 */
export const a001: RuleOf<'archive'> = {
  id: 'A001',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '支払基金 受付チェック; kenshin-soft FAQ 3',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ZIPとして読めません', 'Not a readable ZIP'),
  message: text(
    'ZIPファイルとして読めません（{detail}）{more}。',
    'The file cannot be read as a ZIP: {detail}{more}.',
  ),
  remedy: text('ZIP形式で作成し直してください。', 'Make the ZIP again.'),
  check(archive, _facts, report) {
    reportDefects('A001', archive, report);
  },
};
