import { reportDifference, words } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I025: 対のファイルで氏名が異なります。 */
export const i025: RuleOf<'pair'> = {
  id: 'I025',
  level: 5,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで氏名が異なります', 'Result and claim carry different names'),
  message: text(
    '決済情報の氏名「{value}」が結果情報の氏名「{expected}」と異なります。',
    'The claim carries the name "{value}", the result "{expected}".',
  ),
  remedy: text('氏名を一致させてください。', 'Write the same name in both files.'),
  check(pair, _facts, report) {
    reportDifference(pair, (side) => side.name, words, report);
  },
};
