import { addMonths } from '../../add-months.js';
import { dateOf, itemIn, placeOf } from '../../guidance-facts.js';
import { goalItems } from '../../item-codes.js';
import { soundFirstDate } from './sound-days.js';
import { type RuleOf, text } from '../../rule.js';

/** Months a habit must be kept. */
const MONTHS_MIN = 2;
const habits = [goalItems.food, goalItems.exercise, goalItems.smoking, goalItems.rest, goalItems.other];

/** G035: 生活習慣の達成が目標設定から2か月未満です。 */
export const g035: RuleOf<'guidance'> = {
  id: 'G035',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '第4期Q&A 問16',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '生活習慣の達成が目標設定から2か月未満です',
    'A habit was reached less than two months after the goal',
  ),
  message: text(
    '生活習慣の改善が {value} に達成とされています（{expected}以降）。',
    'A habit is said to be reached on {value}; {expected} is the earliest day.',
  ),
  remedy: text('継続期間を確認してください。', 'A habit counts when it was kept for two months.'),
  check(_guidance, facts, report) {
    const { guidanceFacts: course } = facts;
    if (course === null) return;
    const set = course.secondDate ?? soundFirstDate(facts);
    if (set === null) return;
    const earliest = addMonths(set, MONTHS_MIN);
    const acts = course.evaluation === null ? course.interims : [...course.interims, course.evaluation];
    for (const act of acts) {
      const stage = act === course.evaluation ? 'evaluation' : 'interim';
      const date = dateOf(act);
      if (date === null || date >= earliest || date < set) continue;
      for (const items of habits) {
        const item = itemIn(act, items[stage]);
        if (item?.valueCode !== '1') continue;
        report(placeOf(item), { item: item.code, value: date, expected: earliest });
      }
    }
  },
};
