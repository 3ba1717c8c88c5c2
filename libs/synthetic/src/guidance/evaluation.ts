import type { GuidanceActDraft } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import type { Course } from './course.js';
import { coded, integer, quantity, text } from './drafts.js';
import { type Goals, outcomePointsOf } from './plan.js';

/** Code of a habit without a goal: 目標なし. */
const NO_GOAL = 9;
/** Code of a person who does not smoke: 非喫煙. */
const NON_SMOKER = 8;

/** 実績評価 and its points; `goals` are those of 積極的支援, null for the other levels, whose plans name none. */
export function evaluation(
  random: Random,
  course: Course,
  goals: Goals | null,
): { act: GuidanceActDraft; outcomePoints: number } {
  const reached = {
    body: random.between(1, 2),
    food: 1,
    exercise: goals?.exercise === 0 ? 0 : random.between(0, 1),
    smoking: course.smoker ? random.between(0, 1) : 0,
    rest: goals?.rest === 0 ? 0 : random.between(0, 1),
  };
  const habit = (goal: number | undefined, value: number) => (goal === 0 ? NO_GOAL : value);
  const outcomePoints = outcomePointsOf(reached);
  const items = [
    quantity('1042001031', random.between(78, 92), 'cm'),
    quantity('1042001032', random.between(55, 80), 'kg'),
    coded('1042001044', reached.body, '24090'),
    coded('1042001042', reached.food, '24100'),
    coded('1042001041', habit(goals?.exercise, reached.exercise), '24100'),
    coded('1042001043', course.smoker ? reached.smoking : NON_SMOKER, '24130'),
    coded('1042001045', habit(goals?.rest, reached.rest), '24100'),
    coded('1042001046', NO_GOAL, '24100'),
    integer('1042001060', outcomePoints),
    text('1042001090', '取組みを続けている。'),
  ];
  return {
    act: {
      mood: 'EVN',
      form: String(random.pick([1, 2, 5])),
      date: course.serviceDate,
      implementer: String(random.between(1, 3)),
      items,
    },
    outcomePoints,
  };
}
