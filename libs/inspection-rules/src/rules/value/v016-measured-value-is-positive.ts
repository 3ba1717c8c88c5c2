import type { CheckupItem } from '@daiko/exchange-format';
import { itemCodes } from '../../item-codes.js';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { furtherBandOf } from './plausible-band.js';
import { type RuleOf, text } from '../../rule.js';

/** Items that cannot be 0 in anybody. */
const measured = new Set<string>(
  [
    itemCodes.height,
    itemCodes.weight,
    itemCodes.bmi,
    itemCodes.visceralFat,
    itemCodes.waist,
    itemCodes.systolic,
    itemCodes.diastolic,
    itemCodes.triglycerideFasting,
    itemCodes.triglycerideRandom,
    itemCodes.hdl,
    itemCodes.ldl,
    itemCodes.ldlCalculated,
    itemCodes.nonHdl,
    itemCodes.totalCholesterol,
    itemCodes.ast,
    itemCodes.alt,
    itemCodes.ggt,
    itemCodes.glucoseFasting,
    itemCodes.glucoseRandom,
    itemCodes.hba1c,
    itemCodes.creatinine,
    itemCodes.egfr,
    itemCodes.hematocrit,
    itemCodes.hemoglobin,
    itemCodes.erythrocytes,
  ].flat(),
);

/** True for an item that cannot be 0 in anybody. */
export function cannotBeZero(item: CheckupItem): boolean {
  return measured.has(item.code) || (furtherBandOf(item)?.[0] ?? 0) > 0;
}

/** V016: 0以下の測定値があります。 */
export const v016: RuleOf<'item'> = {
  id: 'V016',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'own design',
  subject: 'item',
  isOfWriting: true,
  types: ['PQ', 'INT'],
  appliesTo: ['hc'],
  title: text('0以下の測定値があります', 'A measured value is not above zero'),
  message: text(
    '{name}（{item}）の値が {value} です（0より大きい値）。',
    'The value of {name} ({item}) is {value}; more than 0 was expected.',
  ),
  remedy: text(
    '値を確認し、測定していないときは未実施としてください。',
    'Check the value; record an item that was not done as such.',
  ),
  check(item, facts, report) {
    if (item.number === null || item.number > 0 || !cannotBeZero(item) || !hasPlainValue(item)) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      values: { name: definitionOf(item, facts)?.name ?? item.code },
    });
  },
};
