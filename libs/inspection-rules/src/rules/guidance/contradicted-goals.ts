import type { Bilingual } from '@daiko/contracts';
import type { GuidanceItem } from '@daiko/exchange-format';
import type { GuidanceFacts } from '../../guidance-facts.js';
import { goalItems } from '../../item-codes.js';
import { text } from '../../text.js';

const habits = [
  [goalItems.food, text('食習慣', 'the eating habits')],
  [goalItems.exercise, text('運動習慣', 'the exercise habits')],
  [goalItems.smoking, text('喫煙習慣', 'the smoking habits')],
  [goalItems.rest, text('休養習慣', 'the rest habits')],
  [goalItems.other, text('その他の生活習慣', 'other habits')],
] as const;

/** An evaluation of a habit that its plan contradicts. */
export interface ContradictedGoal {
  readonly item: GuidanceItem;
  readonly planned: string;
  readonly goal: Bilingual;
}

/** Evaluations of what was not planned, and goals that are said to be none. */
export function contradictedGoals(course: GuidanceFacts): readonly ContradictedGoal[] {
  const found: ContradictedGoal[] = [];
  for (const [items, goal] of habits) {
    const planned = course.codeOf(items.plan);
    const item = course.valueOf(items.evaluation);
    if (item === null || !/^[01]$/.test(planned)) continue;
    const isWithoutGoal = item.valueCode === '9' || item.valueCode === '8';
    if (!isWithoutGoal && !/^[01]$/.test(item.valueCode)) continue;
    if (isWithoutGoal !== (planned === '0')) found.push({ item, planned, goal });
  }
  return found;
}

export function areGoalsContradicted(course: GuidanceFacts): boolean {
  return contradictedGoals(course).length > 0;
}
