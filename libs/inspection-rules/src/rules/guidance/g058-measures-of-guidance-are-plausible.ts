import type { GuidanceItem } from '@daiko/exchange-format';
import { NUMBER_MAX, placeOf } from '../../guidance-facts.js';
import { bodyMeasures } from './body-measures.js';
import { guidanceDefinitionOf, minutesOfAct } from './guidance-item-table.js';
import { supportForms } from './point-table.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Minutes, weeks, kcal, and numbers without a unit (points and counts): what a course can come to. */
const amounts: Readonly<Record<string, readonly [number, number]>> = {
  min: [0, 3000],
  wk: [0, 104],
  kcal: [0, NUMBER_MAX],
  '': [0, NUMBER_MAX],
};

/** Minutes of one act: more is no day's work (a warning, since some courses stay overnight). */
const minutesOfDay = [0, 480] as const;

/** G058: 保健指導の数値がありえない値です。 */
export const g058: RuleOf<'guidance'> = {
  id: 'G058',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design; bands are settings',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の数値がありえない値です', 'A number of guidance is implausible'),
  message: text('{name}の値が {value} です（{detail}）。', 'The value of {name} is {value} ({detail}).'),
  remedy: text('値を確認してください。', 'Check the value.'),
  check(guidance, { settings, guidanceFacts: course }, report) {
    const say = (item: GuidanceItem, expected: string, severity: 'query' | 'warning' = 'query') => {
      const detail = text(`想定範囲 ${expected}`, `expected: ${expected}`);
      const values = { name: guidanceItemName(item.code), detail };
      report(placeOf(item), { item: item.code, value: item.value, expected, values, severity });
    };
    for (const item of guidance.items) {
      const measure = bodyMeasures.get(item.code);
      const definition = guidanceDefinitionOf(item.code);
      // A number in another unit is G057's.
      if (item.number === null || definition === undefined || item.unit !== definition.unit) continue;
      const band = measure === undefined ? amounts[definition.unit] : settings.plausibleBands[measure.band];
      if (band === undefined) continue;
      if (!isWithin(item.number, band)) say(item, written(band));
      else if (measure?.usual !== undefined && !isWithin(item.number, measure.usual)) {
        say(item, written(measure.usual), 'warning');
      } else if (minutesOfAct.includes(item.code) && !isWithin(item.number, minutesOfDay)) {
        say(item, written(minutesOfDay), 'warning');
      }
    }
    for (const { planned } of course === null ? [] : supportForms) {
      const minutes = planned.minutes === null ? null : course!.valueOf(planned.minutes);
      if (minutes?.number === 0 && (course!.numberOf(planned.count) ?? 0) > 0) say(minutes, '> 0', 'warning');
    }
    for (const stage of course === null ? [] : ['10210010', '10320010', '10420010']) {
      const systolic = course!.numberOf(`${stage}33`);
      const diastolic = course!.valueOf(`${stage}34`);
      if (systolic === null || diastolic === null || (diastolic.number ?? 0) < systolic) continue;
      reportSwapped(diastolic, systolic, report);
    }
  },
};

function reportSwapped(diastolic: GuidanceItem, systolic: number, report: Report): void {
  const detail = text(
    `収縮期血圧 ${systolic} が拡張期血圧以下です。逆に記録されていませんか`,
    `the systolic pressure ${systolic} is not above the diastolic; are the two swapped?`,
  );
  const values = { name: guidanceItemName(diastolic.code), detail };
  report(placeOf(diastolic), {
    item: diastolic.code,
    value: diastolic.value,
    expected: `< ${systolic}`,
    values,
  });
}

function isWithin(number: number, [least, most]: readonly [number, number]): boolean {
  return number >= least && number <= most;
}

function written([least, most]: readonly [number, number]): string {
  return `${least}–${most}`;
}
