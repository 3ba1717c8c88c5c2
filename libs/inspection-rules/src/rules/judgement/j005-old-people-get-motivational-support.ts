import { reportJudgement } from './report-judgement.js';
import { isActiveThoughOld } from './special-cases.js';
import { type RuleOf, text } from '../../rule.js';

/** J005: 65歳以上なのに積極的支援です。 */
export const j005: RuleOf<'checkup'> = {
  id: 'J005',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '階層化 ステップ4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('65歳以上なのに積極的支援です', 'Active support is recorded from 65 on'),
  message: text(
    '{name}が「{recorded}」ですが、結果からは「{computed}」です（{inputs}）。',
    'The {name} is "{recorded}"; the results give "{computed}" ({inputs}).',
  ),
  remedy: text(
    '65歳以上（年度末年齢）は動機付け支援です。',
    'From 65 on at the end of the fiscal year, support is motivational.',
  ),
  check(_checkup, facts, report) {
    const { judgements } = facts;
    if (!isActiveThoughOld(judgements)) return;
    const { computed } = judgements.level;
    reportJudgement(facts, 'level', report, computed === '3' ? '3' : '2');
  },
};
