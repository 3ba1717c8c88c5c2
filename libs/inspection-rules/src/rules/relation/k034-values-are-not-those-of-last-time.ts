import { itemCodes } from '../../item-codes.js';
import type { CheckupValues } from '../../memory-facts.js';
import { namedEarlier } from '../history/earlier-records.js';
import { resultPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** Values of which one at least moves from year to year. */
const compared = [
  'height',
  'weight',
  'waist',
  'systolic',
  'diastolic',
  'triglyceride',
  'hdl',
  'ldl',
  'glucose',
] as const satisfies readonly (keyof CheckupValues)[];

/** K034: 前回と同じ値です。 */
export const k034: RuleOf<'memory'> = {
  id: 'K034',
  level: 8,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc'],
  title: text('前回と同じ値です', 'All values are those of the last checkup'),
  message: text(
    '身体計測・血圧・血液検査の値がすべて前回（{value}）と同じです。',
    'Body, blood pressure and blood values all equal those of the last checkup ({value}).',
  ),
  remedy: text('前回と同じ値です。確認してください。', 'Check that the values are of this checkup.'),
  check({ record, history }, _facts, report) {
    const { checkup, serviceDate, places } = record;
    if (checkup === null || serviceDate === null || history.records.length === 0) return;
    const last = history.records
      .filter((each) => !each.isGuidance && (each.isSamePerson || each.isSameName))
      .filter((each) => each.serviceDate !== null && each.serviceDate < serviceDate)
      .reduce<(typeof history.records)[number] | null>(
        (latest, each) => (latest === null || latest.serviceDate! <= each.serviceDate! ? each : latest),
        null,
      );
    const before = last?.values?.checkup ?? null;
    if (last === null || before === null) return;
    if (!compared.every((name) => checkup[name] !== null && checkup[name] === before[name])) return;
    report(resultPlace(places, 'height'), { item: itemCodes.height[0], ...namedEarlier(last) });
  },
};
