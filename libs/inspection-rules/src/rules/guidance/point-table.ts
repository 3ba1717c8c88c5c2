import { type CalendarDate, codeTable, daysBetween, type GuidanceAct } from '@daiko/exchange-format';
import { type GuidanceFacts, guidanceSections } from '../../guidance-facts.js';
import { guidanceCodeSystemOf } from '../value/guidance-code-system.js';
import { goalItems, guidanceItemCodes } from '../../item-codes.js';

/** What one 支援形態 (.24010) counts for, and how long it must take; null where time does not count. */
export interface SupportForm {
  readonly code: string;
  readonly points: number;
  readonly minutesMin: number | null;
  /** Shortest first interview of that form; null where it is no form of a first interview. */
  readonly interviewMinutesMin: number | null;
  /** Items of count and minutes in the totals. */
  readonly planned: { readonly count: string; readonly minutes: string | null };
  readonly done: { readonly count: string; readonly minutes: string | null };
}

function form(
  code: string,
  points: number,
  minutesMin: number | null,
  interviewMinutesMin: number | null,
): SupportForm {
  const totals = (kind: string) => ({
    count: `${kind}100${code}0`,
    minutes: minutesMin === null ? null : `${kind}200${code}0`,
  });
  return { code, points, minutesMin, interviewMinutesMin, planned: totals('10410'), done: totals('10420') };
}

/** 継続的支援: 個別（対面・遠隔）, グループ（対面・遠隔）, 電話, 電子メール等. */
export const supportForms: readonly SupportForm[] = [
  form('1', 70, 10, 20),
  form('2', 70, 10, 20),
  form('3', 70, 40, 80),
  form('4', 70, 40, 80),
  form('5', 30, 5, null),
  form('6', 30, null, null),
];

export function supportFormOf(code: string | undefined): SupportForm | null {
  return supportForms.find((candidate) => candidate.code === code) ?? null;
}

/** Points of 健診後早期の初回面接 (.24070). */
const earlyPoints: Readonly<Record<string, number>> = { 0: 0, 1: 20, 2: 10 };

/** Points of an outcome by goal and code; 腹囲・体重 by the code, the habits when the code is 1. */
const bodyPoints: Readonly<Record<string, number>> = { 1: 20, 2: 180 };
const habitPoints = [
  [goalItems.food, 20],
  [goalItems.exercise, 20],
  [goalItems.smoking, 30],
  [goalItems.rest, 20],
  [goalItems.other, 20],
] as const;

/** 積極的支援 is complete from here. */
export const COMPLETION_POINTS = 180;

/**
 * Points the early interview can have earned: those of its code and, where that is wrong (G011), of the right one; any where
 * none is recorded.
 */
export function earlyPointsOf(facts: GuidanceFacts, checkupDate: CalendarDate | null): readonly number[] {
  const points = earlyPoints[facts.codeOf(guidanceItemCodes.earlyInterview)];
  if (points === undefined) return [0, 20, 10];
  if (checkupDate === null || facts.firstDate === null) return [points];
  const right = earlyPoints[earlyCodeOf(daysBetween(checkupDate, facts.firstDate))];
  return right === undefined || right === points ? [points] : [points, right];
}

/** 健診後早期の初回面接 (.24070) by the days since the checkup. */
export function earlyCodeOf(days: number): '0' | '1' | '2' {
  if (days === 0) return '1';
  return days > 0 && days <= 7 ? '2' : '0';
}

/** Whether every goal has an outcome that its table knows; else G027 or C010 speaks of it. */
export function areOutcomesCoded(facts: GuidanceFacts): boolean {
  const isRecorded = Object.values(goalItems).every(({ evaluation }) => facts.codeOf(evaluation) !== '');
  return isRecorded && areCodesKnown(facts, 'evaluation');
}

/** Whether the table of every goal knows the code that is recorded for it; else C010 speaks of it. */
export function areCodesKnown(facts: GuidanceFacts, stage: 'plan' | 'evaluation'): boolean {
  return Object.values(goalItems).every((items) => {
    const system = guidanceCodeSystemOf(items[stage]);
    const code = facts.codeOf(items[stage]);
    return code === '' || system === undefined || codeTable(system)?.labels.has(code) !== false;
  });
}

/** Items of minutes and points of a support or an interim evaluation. */
export function pointItemsOf(act: GuidanceAct): { readonly minutes: string; readonly points: string } {
  return act.sectionCode === guidanceSections.interim ? interimItems : supportItems;
}

const supportItems = { minutes: guidanceItemCodes.supportMinutes, points: guidanceItemCodes.supportPoints };
const interimItems = { minutes: guidanceItemCodes.interimMinutes, points: guidanceItemCodes.interimPoints };

/**
 * Points of the outcomes planned or evaluated. Two readings exist beside 2cm・2kg: habits on top, or the 180 alone;
 * the first is the sum, both are right.
 */
export function outcomePointsOf(facts: GuidanceFacts, stage: 'plan' | 'evaluation'): readonly number[] {
  const body = bodyPoints[facts.codeOf(goalItems.body[stage])] ?? 0;
  let habits = 0;
  for (const [items, points] of habitPoints) if (facts.codeOf(items[stage]) === '1') habits += points;
  return body === COMPLETION_POINTS && habits > 0 ? [body + habits, body] : [body + habits];
}

/** Points that a habit earns, by the item of its plan. */
export function habitPointsOf(plan: string): number {
  return habitPoints.find(([items]) => items.plan === plan)?.[1] ?? 0;
}

/** Points of the supports counted in the totals. */
export function processPointsOf(facts: GuidanceFacts, totals: 'planned' | 'done'): number {
  return supportForms.reduce((sum, form) => sum + form.points * (facts.numberOf(form[totals].count) ?? 0), 0);
}

/** Items of counts and minutes that the totals do not have. */
export function missingCounts(facts: GuidanceFacts, totals: 'planned' | 'done'): readonly string[] {
  return supportForms
    .flatMap(({ [totals]: { count, minutes } }) => (minutes === null ? [count] : [count, minutes]))
    .filter((code) => facts.itemOf(code) === null);
}
