import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A005: 大きさ・件数の上限を超えています。 */
export const a005: RuleOf<'archive'> = {
  id: 'A005',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: 'own design; limits are settings',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('大きさ・件数の上限を超えています', 'A limit of size or number is exceeded'),
  message: text('{detail}{limits}{more}。', '{detail}{limits}{more}.'),
  remedy: text(
    '分割して送付するか、中に入れた圧縮ファイルを除いてください。',
    'Split the archive and send the parts, or take out the archive inside it.',
  ),
  check(archive, _facts, report) {
    reportDefects('A005', archive, report);
  },
};
