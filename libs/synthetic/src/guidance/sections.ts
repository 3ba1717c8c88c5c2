import type { GuidanceActDraft, GuidanceItemDraft, GuidanceReportDraft } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import type { Course } from './course.js';
import { coded, quantity, text } from './drafts.js';
import { evaluation } from './evaluation.js';
import {
  type ActivePlan,
  bodyGoals,
  earlyPoints,
  inventActivePlan,
  inventSupportCounts,
  plannedTotals,
  processPointsOf,
} from './plan.js';
import { doneTotals, inventSupports, supportActs } from './supports.js';

/** Sections of a valid hg08, and the points its claim repeats; null where there are none. */
export interface GuidanceBody {
  readonly sections: GuidanceReportDraft['sections'];
  readonly intendedPoints: number | null;
  readonly completedPoints: number | null;
}

/** Everything a guidance record of this stage and level shows. */
export function guidanceBody(random: Random, course: Course): GuidanceBody {
  const common = { code: '90010', acts: [{ mood: 'EVN' as const, items: commonItems(random, course) }] };
  const first = interviewAct(random, course);
  if (course.stage === 'unfinished') {
    const sections = [common, { code: '90020', acts: [first] }];
    return { sections, intendedPoints: null, completedPoints: null };
  }
  const split = course.secondDate === null ? [] : [{ code: '90020', acts: [first] }];
  const done = course.secondDate === null ? first : secondInterviewAct(random, course.secondDate);
  if (course.level !== '1') {
    const plan = { code: '90030', acts: [done, planAct(bodyGoals(random))] };
    const evaluated =
      course.stage === 'evaluated' ? [{ code: '90060', acts: [evaluation(random, course, null).act] }] : [];
    return {
      sections: [common, ...split, plan, ...evaluated],
      intendedPoints: null,
      completedPoints: null,
    };
  }
  const plan = inventActivePlan(random, course.smoker);
  const interview = { code: '90030', acts: [done, planAct([...bodyGoals(random), ...plan.items])] };
  const body = activeBody(random, course, plan);
  return { ...body, sections: [common, ...split, interview, ...body.sections] };
}

/** What 積極的支援 shows beside interview and plan: supports, evaluation and totals. */
function activeBody(random: Random, course: Course, plan: ActivePlan): GuidanceBody {
  const counts = inventSupportCounts(random);
  const planned = plannedTotals(course, counts, plan.outcomePoints);
  const intendedPoints = earlyPoints[course.early] + plan.outcomePoints + processPointsOf(counts);
  if (course.stage !== 'evaluated' && course.stage !== 'ended') {
    const sections = [{ code: '90070', acts: [planned] }];
    return { sections, intendedPoints, completedPoints: null };
  }
  // Who ends early has had one personal support.
  const supports = inventSupports(random, course, course.stage === 'ended' ? [1, 0, 0, 0, 0, 0] : counts);
  const evaluated = course.stage === 'evaluated' ? evaluation(random, course, plan.goals) : null;
  const done = doneTotals(course, supports, evaluated?.outcomePoints ?? null);
  const sections = [
    { code: '90040', acts: supportActs(random, supports) },
    ...(evaluated === null ? [] : [{ code: '90060', acts: [evaluated.act] }]),
    { code: '90070', acts: [planned, done.act] },
  ];
  return { sections, intendedPoints, completedPoints: done.points };
}

function commonItems(random: Random, { level, examDate }: Course): GuidanceItemDraft[] {
  return [
    coded('1020000001', level, '1112'),
    coded('1020000002', random.between(1, 5), '3002'),
    text('1020000003', level === '1' ? '架空積極コース' : '架空動機付けコース'),
    text('1020000004', examDate),
  ];
}

function interviewAct(random: Random, { interviewDate, early, stage }: Course): GuidanceActDraft {
  const form = random.weighted([
    [60, 1],
    [25, 2],
    [10, 3],
    [5, 4],
  ] as const);
  const minutes = form <= 2 ? random.between(20, 45) : random.between(80, 100);
  const note =
    stage === 'unfinished'
      ? '続きの面接を案内したが、電話３回・文書１回に応答がなかった。'
      : '食事と運動の目標を一緒に立てた。';
  return {
    mood: 'EVN',
    form: String(form),
    date: interviewDate,
    implementer: String(random.between(1, 3)),
    items: [
      coded('1022000016', early, '24070'),
      quantity('1022000013', minutes, 'min'),
      text('1022000090', note),
    ],
  };
}

function secondInterviewAct(random: Random, date: string): GuidanceActDraft {
  return {
    mood: 'EVN',
    form: String(random.pick([1, 2, 5])),
    date,
    implementer: String(random.between(1, 3)),
    items: [
      quantity('1022000013', random.between(20, 30), 'min'),
      text('1022000090', '検査の結果がそろい、計画を一緒に仕上げた。'),
    ],
  };
}

function planAct(items: readonly GuidanceItemDraft[]): GuidanceActDraft {
  return { mood: 'INT', items };
}
