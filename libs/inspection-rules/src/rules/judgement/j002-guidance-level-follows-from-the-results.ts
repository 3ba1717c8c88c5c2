import { UNDECIDED } from '../../judgement/outcomes.js';
import { reportJudgement } from './report-judgement.js';
import { isActiveThoughOld, isContradiction, isForMedicated } from './special-cases.js';
import { type RuleOf, text } from '../../rule.js';

/** J002: 保健指導レベルが結果と合いません。 */
export const j002: RuleOf<'checkup'> = {
  id: 'J002',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('保健指導レベルが結果と合いません', 'The guidance level does not fit the results'),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text('保健指導レベルを確認してください。', 'Check the guidance level.'),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    const judgement = judgements.level;
    if (!/^[123]$/.test(judgement.recorded) || judgement.accepts(judgement.recorded)) return;
    // What cannot be judged lacks an item, which a rule on that item names.
    if (judgement.computed === UNDECIDED || isContradiction(judgements, 'level')) return;
    if (isForMedicated(judgements) || isActiveThoughOld(judgements)) return;
    reportJudgement(facts, 'level', report);
  },
};
