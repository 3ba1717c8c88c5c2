import { reportJudgement } from './report-judgement.js';
import { isContradiction } from './special-cases.js';
import { type RuleOf, text } from '../../rule.js';

/** J006: 腹囲と複数のリスクがあるのに非該当です。 */
export const j006: RuleOf<'checkup'> = {
  id: 'J006',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('腹囲と複数のリスクがあるのに非該当です', 'Waist and several risks are judged as none'),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text('判定を確認してください。', 'Check the judgement.'),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    for (const kind of ['metabolic', 'level'] as const) {
      if (isContradiction(judgements, kind)) reportJudgement(facts, kind, report);
    }
  },
};
