import { guidanceSections, placeOf } from '../../guidance-facts.js';
import { goalItems } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const alcohol = /飲酒|節酒|禁酒|休肝|アルコール|ビール|日本酒/;

/** G036: 飲酒の目標が食習慣に記録されているようです。 */
export const g036: RuleOf<'guidance'> = {
  id: 'G036',
  level: 6,
  severity: 'info',
  returnReason: null,
  source: '第4期Q&A 問18',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '飲酒の目標が食習慣に記録されているようです',
    'A goal on alcohol seems to stand under eating habits',
  ),
  message: text(
    '計画の情報に飲酒の目標がありますが、「その他」の計画が「{value}」です。',
    'A note speaks of a goal on alcohol, but the plan of other habits is "{value}".',
  ),
  remedy: text('飲酒の目標は「その他」に記録してください。', 'Record goals on alcohol under other habits.'),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    const other = course.valueOf(goalItems.other.plan);
    if (course.codeOf(goalItems.food.plan) !== '1' || other?.valueCode !== '0') return;
    const isHint = guidance.items.some(
      ({ type, value, sectionCode }) =>
        type === 'ST' && sectionCode === guidanceSections.interview && alcohol.test(value),
    );
    if (isHint) report(placeOf(other), { item: other.code, value: other.valueCode });
  },
};
