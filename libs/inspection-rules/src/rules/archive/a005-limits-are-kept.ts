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
  message: text('{detail}（値 {value}、上限 {expected}）。', '{detail} (found {value}, limit {expected}).'),
  remedy: text('分割して送付してください。', 'Split the archive and send the parts.'),
  check(archive, _facts, report) {
    reportDefects('A005', archive, report);
  },
};
