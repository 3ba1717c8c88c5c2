import { reportDifference } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I026: 対のファイルで生年月日・性別が異なります。 */
export const i026: RuleOf<'pair'> = {
  id: 'I026',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで生年月日・性別が異なります', 'Result and claim differ in birth date or sex'),
  message: text(
    '決済情報の生年月日又は性別が「{value}」です（結果情報では {expected}）。',
    'The claim has birth date or sex "{value}", the result "{expected}".',
  ),
  remedy: text('生年月日・性別を一致させてください。', 'Write the same birth date and sex in both files.'),
  check(pair, _facts, report) {
    reportDifference(
      pair,
      (side) => side.birthDate,
      (date) => date.trim(),
      report,
    );
    reportDifference(
      pair,
      (side) => side.gender,
      (code) => code.trim(),
      report,
    );
  },
};
