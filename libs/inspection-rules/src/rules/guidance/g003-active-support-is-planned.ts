import { guidanceSections } from '../../guidance-facts.js';
import { goalItems, guidanceItemCodes as codes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** Items a plan of 積極的支援 has. */
const planned: readonly string[] = [
  codes.supportWeeks,
  ...Object.values(goalItems).map(({ plan }) => plan),
  codes.plannedOutcomePoints,
];

/** Goals of every level. */
const goals: readonly string[] = [
  codes.targetWaist,
  codes.targetWeight,
  codes.targetEnergy,
  codes.targetExercise,
  codes.targetFood,
];
const levels = {
  active: text('積極的支援', '積極的支援'),
  motivational: text('動機付け支援（相当）', '動機付け支援'),
};

/** G003: 保健指導計画・計画上の集計がありません。 */
export const g003: RuleOf<'guidance'> = {
  id: 'G003',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'kenshin-soft FAQ 7',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導計画・計画上の集計がありません', 'The plan, its goals or its totals are missing'),
  message: text('{level}の{part}がありません（{expected}）。', 'For {level} {part} is missing ({expected}).'),
  remedy: text(
    '保健指導計画・計画上の集計を記録してください。',
    'Record the plan and the planned totals with the first claim.',
  ),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null || course.reportCode !== '21' || !/^[123]$/.test(course.level)) return;
    const interview = course.sections.get(guidanceSections.interview);
    const level = course.isActive ? levels.active : levels.motivational;
    const isPlanned = !course.isActive || planned.some((code) => course.itemOf(code) !== null);
    const without = interview === undefined ? [] : goals.filter((code) => course.itemOf(code) === null);
    if (isPlanned && without.length > 0) {
      const part = text('目標（保健指導計画）', 'a goal of the plan');
      report(interview ?? guidance.at, {
        expected: without.join(', '),
        values: { level, part },
        severity: 'warning',
      });
    }
    if (!course.isActive) return;
    if (interview !== undefined) {
      const missing = planned.filter((code) => course.itemOf(code) === null);
      const isWhole = missing.length === planned.length;
      const severity = isWhole ? 'return' : 'warning';
      const part = isWhole ? text('保健指導計画', 'the plan') : text('計画の項目', 'an item of the plan');
      for (const code of isWhole ? [guidanceSections.interview] : missing) {
        report(interview, { expected: code, values: { level, part }, severity });
      }
    }
    if (course.itemOf(codes.plannedPoints) !== null) return;
    const at = course.sections.get(guidanceSections.totals) ?? interview ?? guidance.at;
    const part = text('計画上の集計', 'the planned total');
    report(at, { expected: `${guidanceSections.totals} ${codes.plannedPoints}`, values: { level, part } });
  },
};
