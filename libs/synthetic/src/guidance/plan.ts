import type { GuidanceActDraft, GuidanceItemDraft } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import type { Course } from './course.js';
import { coded, integer, quantity } from './drafts.js';

/** Points of an early first interview (.24070). */
export const earlyPoints = { '0': 0, '1': 20, '2': 10 } as const;
/** Points of one support by 支援形態 1–6. */
const supportPoints = [70, 70, 70, 70, 30, 30] as const;

/** What a person sets out to change: 0 no plan; body 1 1cm・1kg, 2 2cm・2kg. */
export interface Goals {
  readonly body: number;
  readonly food: number;
  readonly exercise: number;
  readonly smoking: number;
  readonly rest: number;
}

/** The plan of 積極的支援. */
export interface ActivePlan {
  readonly goals: Goals;
  readonly items: readonly GuidanceItemDraft[];
  readonly outcomePoints: number;
}

/** Body and energy goals, for every level. */
export function bodyGoals(random: Random): GuidanceItemDraft[] {
  const goal = (code: string, value: number, unit: string) => ({
    ...quantity(code, value, unit),
    mood: 'GOL' as const,
  });
  const exercise = random.between(5, 15) * 10;
  const food = random.between(5, 15) * 10;
  return [
    goal('1021001031', random.between(78, 92), 'cm'),
    goal('1021001032', random.between(55, 80), 'kg'),
    goal('1021001050', exercise + food, 'kcal'),
    goal('1021001051', exercise, 'kcal'),
    goal('1021001052', food, 'kcal'),
  ];
}

/** Points of what was reached or shall be. */
export function outcomePointsOf({ body, food, exercise, smoking, rest }: Goals): number {
  const bodyPoints = body === 2 ? 180 : body === 1 ? 20 : 0;
  return bodyPoints + 20 * (food + exercise + rest) + 30 * smoking;
}

export function inventActivePlan(random: Random, smoker: boolean): ActivePlan {
  const goals = {
    body: random.between(1, 2),
    food: 1,
    exercise: random.between(0, 1),
    smoking: smoker ? 1 : 0,
    rest: random.between(0, 1),
  };
  const outcomePoints = outcomePointsOf(goals);
  const items = [
    quantity('1021000020', random.between(12, 24), 'wk'),
    coded('1021001053', goals.body, '24110'),
    coded('1021001054', goals.food, '24120'),
    coded('1021001055', goals.exercise, '24120'),
    coded('1021001056', goals.smoking, '24120'),
    coded('1021001057', goals.rest, '24120'),
    coded('1021001058', 0, '24120'),
    integer('1021001059', outcomePoints),
  ];
  return { goals, items, outcomePoints };
}

/** How many supports of each form (1–6) are planned. */
export function inventSupportCounts(random: Random): number[] {
  // Two personal supports at least: 140 points, enough for 180 with the smallest plan.
  return [2, random.between(0, 1), 0, 0, random.between(0, 2), random.between(0, 2)];
}

export function processPointsOf(counts: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + count * supportPoints[i]!, 0);
}

/** Points of one support of a form. */
export function pointsOfForm(form: number): number {
  return supportPoints[form - 1]!;
}

/** 計画上の集計. */
export function plannedTotals(
  { early }: Course,
  counts: readonly number[],
  outcomePoints: number,
): GuidanceActDraft {
  const minutes = [20, 20, 80, 80, 10].map((each, i) => counts[i]! * each);
  const supports = processPointsOf(counts);
  return {
    mood: 'INT',
    items: [
      ...totals('10410', counts, minutes),
      integer('1041010070', supports),
      integer('1041010080', earlyPoints[early] + outcomePoints + supports),
    ],
  };
}

/** Counts and minutes by form, planned (10410) or done (10420). */
export function totals(
  prefix: string,
  counts: readonly number[],
  minutes: readonly number[],
): GuidanceItemDraft[] {
  return [
    ...counts.map((count, i) => integer(`${prefix}100${i + 1}0`, count)),
    ...minutes.map((sum, i) => quantity(`${prefix}200${i + 1}0`, sum, 'min')),
  ];
}
