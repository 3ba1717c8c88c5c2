import { placeOf } from '../../guidance-facts.js';
import { contradictedGoals } from './contradicted-goals.js';
import { misplannedGoal } from './planned-sums.js';
import { type RuleOf, text } from '../../rule.js';

/** G034: 目標と達成の評価が合いません。 */
export const g034: RuleOf<'guidance'> = {
  id: 'G034',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '保健指導チェックの公開プログラム',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('目標と達成の評価が合いません', 'Goal and achievement contradict each other'),
  message: text(
    '{goal}の評価が「{value}」ですが、計画は「{expected}」です。',
    'The evaluation of {goal} is "{value}" although the plan is "{expected}".',
  ),
  remedy: text(
    '目標と評価を確認してください。',
    'Evaluate what was planned; write 目標なし where nothing was.',
  ),
  check(_guidance, { guidanceFacts: course }, report) {
    // Where the planned points count the goal, the plan is wrong, which G019 says.
    if (course === null || misplannedGoal(course) !== null) return;
    for (const { item, planned, goal } of contradictedGoals(course)) {
      report(placeOf(item), { item: item.code, value: item.valueCode, expected: planned, values: { goal } });
    }
  },
};
