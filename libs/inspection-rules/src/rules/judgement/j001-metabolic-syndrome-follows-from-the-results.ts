import { reportJudgement } from './report-judgement.js';
import { isContradiction } from './special-cases.js';
import { type RuleOf, text } from '../../rule.js';

/** J001: メタボリックシンドローム判定が結果と合いません。 */
export const j001: RuleOf<'checkup'> = {
  id: 'J001',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    'メタボリックシンドローム判定が結果と合いません',
    'The judgement of metabolic syndrome does not fit the results',
  ),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text(
    'メタボリックシンドローム判定を確認してください。',
    'Check the judgement of metabolic syndrome.',
  ),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    const judgement = judgements.metabolic;
    if (!/^[123]$/.test(judgement.recorded) || judgement.accepts(judgement.recorded)) return;
    if (isContradiction(judgements, 'metabolic')) return;
    reportJudgement(facts, 'metabolic', report);
  },
};
