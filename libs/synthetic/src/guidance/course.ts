import { addDays, type CalendarDate, daysBetween } from '@daiko/exchange-format';
import type { Random } from '../random.js';

/**
 * What a claim is made for: a first interview in one piece or in two (報告区分 21), only its first half (25 初回未完了),
 * the evaluation (22 実績評価時), or an end before it (23 途中終了).
 */
export type GuidanceStage = 'first' | 'first-split' | 'unfinished' | 'evaluated' | 'ended';

/** 保健指導区分: 1 積極的支援, 2 動機付け支援, 3 動機付け支援相当. */
export type GuidanceLevel = '1' | '2' | '3';

/** Report code, 実施時点 and the rate in percent of each stage; nothing is due for 2 and 3 that end early. */
export const stages: Readonly<
  Record<GuidanceStage, { timing: '1' | '2' | '3' | '5'; active: number; motivational: number }>
> = {
  first: { timing: '1', active: 40, motivational: 80 },
  'first-split': { timing: '1', active: 40, motivational: 80 },
  unfinished: { timing: '5', active: 40, motivational: 80 },
  evaluated: { timing: '2', active: 60, motivational: 20 },
  ended: { timing: '3', active: 50, motivational: 20 },
};

/** Days of one guidance up to the claim. */
export interface Course {
  readonly stage: GuidanceStage;
  readonly level: GuidanceLevel;
  readonly examDate: CalendarDate;
  /** First interview, or the first half of one held in two pieces. */
  readonly interviewDate: CalendarDate;
  /** Second half; null when the interview was held in one piece or never finished. */
  readonly secondDate: CalendarDate | null;
  /** Day the claim is for: interview, evaluation or end. */
  readonly serviceDate: CalendarDate;
  /** 健診後早期の初回面接 (.24070). */
  readonly early: '0' | '1' | '2';
  readonly smoker: boolean;
}

/** Exam and interview dates that fit a stage whose own day is given. */
export function inventDates(
  random: Random,
  stage: GuidanceStage,
  serviceDate: CalendarDate,
): Pick<Course, 'examDate' | 'interviewDate' | 'secondDate' | 'early'> {
  const interviewDate = addDays(serviceDate, -daysSinceInterview(random, stage));
  const examDate = inventExamDate(random, interviewDate);
  const early = earlyCode(daysBetween(examDate, interviewDate));
  return { examDate, interviewDate, secondDate: stage === 'first-split' ? serviceDate : null, early };
}

function daysSinceInterview(random: Random, stage: GuidanceStage): number {
  switch (stage) {
    case 'first-split':
      return random.between(1, 40);
    case 'evaluated':
      return random.between(95, 150);
    case 'ended':
      return random.between(40, 85);
    default:
      return 0;
  }
}

function inventExamDate(random: Random, interviewDate: CalendarDate): CalendarDate {
  const date = addDays(interviewDate, -(random.chance(30) ? random.between(0, 7) : random.between(20, 60)));
  return date < '20240401' ? interviewDate : date;
}

function earlyCode(days: number): '0' | '1' | '2' {
  if (days === 0) return '1';
  return days <= 7 ? '2' : '0';
}
