import { digits, reportDifference } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

const providerForm = digits(10);

/** I027: 対のファイルで機関番号が異なります。 */
export const i027: RuleOf<'pair'> = {
  id: 'I027',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで機関番号が異なります', 'Result and claim name different institutions'),
  message: text(
    '決済情報の機関番号が「{value}」です（結果情報では {expected}）。',
    'The claim names institution "{value}", the result "{expected}".',
  ),
  remedy: text('機関番号を一致させてください。', 'Write the same institution in both files.'),
  check(pair, _facts, report) {
    reportDifference(pair, (side) => side.providerNumber, providerForm, report);
  },
};
