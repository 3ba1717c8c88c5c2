import { normaliseForComparison } from '@daiko/exchange-format';
import { reportDifference } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I022: 対のファイルで保険者番号が異なります。 */
export const i022: RuleOf<'pair'> = {
  id: 'I022',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで保険者番号が異なります', 'Result and claim name different insurers'),
  message: text(
    '決済情報の保険者番号が「{value}」です（結果情報では {expected}）。',
    'The claim names insurer "{value}", the result "{expected}".',
  ),
  remedy: text('保険者番号を一致させてください。', 'Write the same insurer in both files.'),
  check(pair, _facts, report) {
    reportDifference(pair, (side) => side.insurerNumber, normaliseForComparison, report);
  },
};
