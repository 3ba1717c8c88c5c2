import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes as codes } from '../../item-codes.js';
import { bodyMeasures } from './body-measures.js';
import { type RuleOf, text } from '../../rule.js';

/** Targets by what was measured at the evaluation, and the most a person loses; the checkup itself is not in the record. */
const targets = [
  {
    target: codes.targetWaist,
    evaluated: codes.evaluatedWaist,
    lossMax: 20,
    band: 'waist',
    part: text('目標腹囲', 'The target waist'),
  },
  {
    target: codes.targetWeight,
    evaluated: codes.evaluatedWeight,
    lossMax: 30,
    band: 'weight',
    part: text('目標体重', 'The target weight'),
  },
] as const;

/** G054: 目標の値が合いません。 */
export const g054: RuleOf<'guidance'> = {
  id: 'G054',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'own design',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('目標の値が合いません', 'A target is impossible or does not add up'),
  message: text('{part}が「{value}」です（{expected}）。', '{part} is "{value}"; {expected} was expected.'),
  remedy: text('目標値を確認してください。', 'Check the target.'),
  check(_guidance, { guidanceFacts: course, settings }, report) {
    if (course === null) return;
    for (const { target, evaluated, lossMax, band, part } of targets) {
      const item = course.valueOf(target);
      const bounds = settings.plausibleBands[band];
      if (item === null || item.number === null || bounds === undefined) continue;
      const measured = course.numberOf(evaluated);
      // A measure that cannot be, or hardly, is G058's.
      const [least, most] = bodyMeasures.get(evaluated)?.usual ?? bounds;
      const isMeasured = measured !== null && measured >= least && measured <= most;
      const low = isMeasured ? Math.max(bounds[0], measured - lossMax) : bounds[0];
      if (item.number >= low && item.number <= bounds[1]) continue;
      const details = { value: item.value, expected: `${low}–${bounds[1]}`, values: { part } };
      report(placeOf(item), { item: target, ...details });
    }
    const [energy, exercise, food] = [codes.targetEnergy, codes.targetExercise, codes.targetFood].map(
      (code) => course.valueOf(code),
    );
    const parts = [exercise, food].map((item) =>
      item?.unit === energy?.unit ? (item?.number ?? null) : null,
    );
    if (!energy || energy.number === null || parts[0] === null || parts[1] === null) return;
    const sum = parts[0]! + parts[1]!;
    // Less than nothing is G058's.
    if (energy.number === sum || Math.min(energy.number, parts[0]!, parts[1]!) < 0) return;
    const values = { part: text('一日の削減エネルギー目標', 'The daily target of energy') };
    const expected = `${exercise!.value} + ${food!.value} = ${sum}`;
    report(placeOf(energy), { item: energy.code, value: energy.value, expected, values });
  },
};
