import { UNDECIDED } from '../../judgement/outcomes.js';
import { reportJudgement } from './report-judgement.js';
import { type RuleOf, text } from '../../rule.js';

/** J003: 判定不能ですが判定できるはずです。 */
export const j003: RuleOf<'checkup'> = {
  id: 'J003',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('判定不能ですが判定できるはずです', 'A judgement is "undecided" though all results are there'),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text(
    '結果がそろっています。判定を記録してください。',
    'All results are there; record the judgement.',
  ),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    for (const kind of ['metabolic', 'level'] as const) {
      const judgement = judgements[kind];
      if (judgement.recorded !== UNDECIDED || judgement.accepts(UNDECIDED)) continue;
      reportJudgement(facts, kind, report);
    }
  },
};
