import { reportJudgement } from './report-judgement.js';
import { isForMedicated } from './special-cases.js';
import { type RuleOf, text } from '../../rule.js';

/** J004: 服薬中なのに保健指導の対象になっています。 */
export const j004: RuleOf<'checkup'> = {
  id: 'J004',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('服薬中なのに保健指導の対象になっています', 'Somebody on medicine is given guidance'),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text(
    '服薬中は保健指導の対象外です。保健指導レベルを確認してください。',
    'People on medicine are not given guidance; check the level.',
  ),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    if (isForMedicated(judgements)) reportJudgement(facts, 'level', report, '3');
  },
};
