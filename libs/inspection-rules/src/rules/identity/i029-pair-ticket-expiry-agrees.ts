import { day, reportDifference } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I029: 対のファイルで有効期限が異なります。 */
export const i029: RuleOf<'pair'> = {
  id: 'I029',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで有効期限が異なります', 'Result and claim carry different expiries'),
  message: text(
    '決済情報の有効期限が「{value}」です（結果情報では {expected}）。',
    'The claim has expiry "{value}", the result "{expected}".',
  ),
  remedy: text('有効期限を一致させてください。', 'Write the same expiry in both files.'),
  check(pair, _facts, report) {
    reportDifference(pair, (side) => side.ticketExpiry, day, report);
  },
};
