import { placeOf } from '../../guidance-facts.js';
import { goalItems } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const habits = [
  [goalItems.food, text('食習慣', 'the eating habits')],
  [goalItems.exercise, text('運動習慣', 'the exercise habits')],
  [goalItems.smoking, text('喫煙習慣', 'the smoking habits')],
  [goalItems.rest, text('休養習慣', 'the rest habits')],
  [goalItems.other, text('その他の生活習慣', 'other habits')],
] as const;

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
    if (course === null) return;
    for (const [items, goal] of habits) {
      const planned = course.codeOf(items.plan);
      const item = course.valueOf(items.evaluation);
      if (item === null || !/^[01]$/.test(planned)) continue;
      const isWithoutGoal = item.valueCode === '9' || item.valueCode === '8';
      if (!isWithoutGoal && !/^[01]$/.test(item.valueCode)) continue;
      if (isWithoutGoal === (planned === '0')) continue;
      report(placeOf(item), { item: item.code, value: item.valueCode, expected: planned, values: { goal } });
    }
  },
};
