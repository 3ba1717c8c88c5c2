import { type RuleOf, text } from '../../rule.js';
import { reportResultForm } from './report-result-form.js';

/** R003: 処理結果の種別・処理日を確認してください。 */
export const r003: RuleOf<'pair'> = {
  id: 'R003',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: '決済情報ファイル仕様説明書 V4 (種別の意味は未確認)',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['2', '4', '5'],
  title: text(
    '処理結果の種別又は処理日が合いません',
    'The adjudication is of another exchange, of a day to come or from before the checkup',
  ),
  message: text(
    '処理結果の{part}が「{value}」です（正: {expected}）。',
    'The {part} of the adjudication is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '種別（2 代行機関の返戻、4 未決済、5 決済済）と処理日を確認してください。',
    'Check the interaction type (2 by the agency, 4 not settled, 5 settled) and the date.',
  ),
  check(pair, _facts, report) {
    reportResultForm(pair, report);
  },
};
