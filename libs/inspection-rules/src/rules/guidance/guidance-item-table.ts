import type { GuidanceItem } from '@daiko/exchange-format';
import { guidanceItemCodes } from '../../item-codes.js';
import { guidanceCodeSystemOf } from '../value/guidance-code-system.js';

/** What the standard says of an item of guidance: the type of its value, and the unit of a quantity. */
export interface GuidanceItemDefinition {
  readonly type: 'PQ' | 'INT' | 'ST' | 'CD';
  readonly unit: string;
}

const forms = ['10', '20', '30', '40', '50', '60'];
const stages = ['10210010', '10320010', '10420010'];
const ending = (ends: string) => stages.map((stage) => `${stage}${ends}`);

/** Minutes of one act: an interview, a support, an interim assessment. */
export const minutesOfAct: readonly string[] = [
  guidanceItemCodes.interviewMinutes,
  guidanceItemCodes.supportMinutes,
  guidanceItemCodes.interimMinutes,
];

/** Quantities by their unit. */
const quantities: Readonly<Record<string, readonly string[]>> = {
  min: [...minutesOfAct, ...forms.slice(0, 5).flatMap((form) => [`10410200${form}`, `10420200${form}`])],
  wk: ['1021000020'],
  cm: ending('31'),
  kg: ending('32'),
  'mm[Hg]': [...ending('33'), ...ending('34')],
  kcal: ['1021001050', '1021001051', '1021001052'],
};
const counts = [
  ...['1021001059', '1032300014', '1032000014', '1042000116', '1042001060', '1042800118'],
  ...['1041010070', '1041010080', '1042010070', '1042010080'],
  ...forms.flatMap((form) => [`10410100${form}`, `10420100${form}`]),
];
const texts = [
  '1020000003',
  '1020000004',
  '1022000090',
  '1032300090',
  '1032000090',
  '1042001090',
  '1042000082',
];
/** Items that the standard writes as day, 支援形態 or 実施者 of their act, and the number of an institution. */
const ofTheAct = ['1022000', '1032300', '1032000', '1042000']
  .flatMap((start) => ['011', '012', '015'].map((end) => `${start}${end}`))
  .concat('1042000022', '1042000081');

const table = new Map<string, GuidanceItemDefinition>([
  ...Object.entries(quantities).flatMap(([unit, codes]) =>
    codes.map((code) => [code, { type: 'PQ', unit }] as const),
  ),
  ...counts.map((code) => [code, { type: 'INT', unit: '' }] as const),
  ...texts.map((code) => [code, { type: 'ST', unit: '' }] as const),
]);
const known = new Set([...table.keys(), ...ofTheAct]);

/** Definition of an item; undefined for unknown items and those the standard writes as part of their act. */
export function guidanceDefinitionOf(code: string): GuidanceItemDefinition | undefined {
  return guidanceCodeSystemOf(code) === undefined ? table.get(code) : { type: 'CD', unit: '' };
}

/** True where an item has no value, or one of another type than the table has (G057); what it says nobody can tell. */
export function isMistyped({ at, code, type, state }: GuidanceItem): boolean {
  const definition = guidanceDefinitionOf(code);
  if (definition === undefined || state === 'NOTDONE') return false;
  if (type === '') return at.child('value') === null;
  return type !== definition.type && !(definition.type === 'CD' && type === 'CO');
}

/** True for an item of 付属資料3. */
export function isGuidanceItem(code: string): boolean {
  return known.has(code) || guidanceCodeSystemOf(code) !== undefined;
}
