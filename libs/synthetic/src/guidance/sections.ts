import {
  type CalendarDate,
  type GuidanceActDraft,
  type GuidanceItemDraft,
  type GuidanceReportDraft,
} from '@daiko/exchange-format';
import type { Random } from '../random.js';

/** What is known of a first interview. */
export interface Interview {
  readonly level: '1' | '2';
  readonly examDate: CalendarDate;
  readonly interviewDate: CalendarDate;
  /** 健診後早期の初回面接 (.24070). */
  readonly early: '0' | '1' | '2';
  readonly smoker: boolean;
}

const arc = '1.2.392.200119.6';
const earlyPoints = { '0': 0, '1': 20, '2': 10 } as const;
/** Points of one support by 支援形態 1–6. */
const supportPoints = [70, 70, 70, 70, 30, 30];

/** Sections of a valid hg08 at 開始時: common facts, interview with plan and, for 積極的支援, planned totals. */
export function guidanceSections(random: Random, interview: Interview): GuidanceReportDraft['sections'] {
  const common = [
    coded('1020000001', interview.level, '1112'),
    coded('1020000002', random.between(1, 5), '3002'),
    text('1020000003', interview.level === '1' ? '架空積極コース' : '架空動機付けコース'),
    text('1020000004', interview.examDate),
  ];
  const first = { code: '90010', acts: [{ mood: 'EVN' as const, items: common }] };
  const done = interviewAct(random, interview);
  if (interview.level === '2') {
    return [first, { code: '90030', acts: [done, { mood: 'INT', items: goals(random) }] }];
  }
  const { items, outcomePoints } = activePlan(random, interview.smoker);
  return [
    first,
    { code: '90030', acts: [done, { mood: 'INT', items: [...goals(random), ...items] }] },
    { code: '90070', acts: [plannedTotals(random, interview, outcomePoints)] },
  ];
}

function interviewAct(random: Random, { interviewDate, early }: Interview): GuidanceActDraft {
  const form = random.weighted([
    [60, 1],
    [25, 2],
    [10, 3],
    [5, 4],
  ] as const);
  const minutes = form <= 2 ? random.between(20, 45) : random.between(80, 100);
  return {
    mood: 'EVN',
    form: String(form),
    date: interviewDate,
    implementer: String(random.between(1, 3)),
    items: [
      coded('1022000016', early, '24070'),
      quantity('1022000013', minutes, 'min'),
      text('1022000090', '食事と運動の目標を一緒に立てた。'),
    ],
  };
}

function goals(random: Random): GuidanceItemDraft[] {
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

function activePlan(random: Random, smoker: boolean) {
  const body = random.between(1, 2);
  const habits = {
    food: 1,
    exercise: random.between(0, 1),
    smoking: smoker ? 1 : 0,
    rest: random.between(0, 1),
  };
  const outcomePoints =
    (body === 2 ? 180 : 20) + 20 * (habits.food + habits.exercise + habits.rest) + 30 * habits.smoking;
  const items = [
    quantity('1021000020', random.between(12, 24), 'wk'),
    coded('1021001053', body, '24110'),
    coded('1021001054', habits.food, '24120'),
    coded('1021001055', habits.exercise, '24120'),
    coded('1021001056', habits.smoking, '24120'),
    coded('1021001057', habits.rest, '24120'),
    coded('1021001058', 0, '24120'),
    integer('1021001059', outcomePoints),
  ];
  return { items, outcomePoints };
}

function plannedTotals(random: Random, { early }: Interview, outcomePoints: number): GuidanceActDraft {
  // Two personal supports at least: 140 points, enough for 180 with the smallest plan.
  const counts = [2, random.between(0, 1), 0, 0, random.between(0, 2), random.between(0, 2)];
  const minutes = [20, 20, 80, 80, 10];
  const supports = counts.reduce((sum, count, i) => sum + count * supportPoints[i]!, 0);
  return {
    mood: 'INT',
    items: [
      ...counts.map((count, i) => integer(`10410100${i + 1}0`, count)),
      ...minutes.map((each, i) => quantity(`10410200${i + 1}0`, counts[i]! * each, 'min')),
      integer('1041010070', supports),
      integer('1041010080', earlyPoints[early] + outcomePoints + supports),
    ],
  };
}

function coded(code: string, value: number | string, system: string): GuidanceItemDraft {
  return { code, type: 'CD', valueCode: String(value), valueCodeSystem: `${arc}.${system}` };
}

function quantity(code: string, value: number, unit: string): GuidanceItemDraft {
  return { code, type: 'PQ', value: String(value), unit };
}

function integer(code: string, value: number): GuidanceItemDraft {
  return { code, type: 'INT', value: String(value) };
}

function text(code: string, value: string): GuidanceItemDraft {
  return { code, type: 'ST', value };
}
