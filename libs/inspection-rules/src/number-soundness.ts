import type { CheckupItem, CheckupItemDefinition } from '@daiko/exchange-format';
import type { ItemFacts } from './frame.js';
import { plausibleBandOf } from './rules/value/plausible-band.js';

/** Places before the point, leading zeros left out; of a format as well as of a number. */
export function wholePlaces(text: string): number {
  const point = text.indexOf('.');
  const end = point === -1 ? text.length : point;
  let start = text.startsWith('-') ? 1 : 0;
  while (start < end - 1 && text.charAt(start) === '0') start++;
  return end - start;
}

/** True for the unit of the table; that of a mere number is 1 to HL7. */
export function isUnitOf({ unit }: CheckupItemDefinition, item: CheckupItem): boolean {
  return item.unit === unit || (unit === '' && item.unit === '1');
}

/** True where the unit is neither that of the table nor a listed alias (V005). */
export function hasOtherUnit(item: CheckupItem, facts: ItemFacts): boolean {
  const definition = facts.definitionOf(item);
  if (definition?.type !== 'PQ' || item.type !== 'PQ' || isUnitOf(definition, item)) return false;
  return facts.settings.unitAliases[definition.unit]?.includes(item.unit) !== true;
}

/** True where the number has more places before the point than its format (V007). */
export function isTooWide(item: CheckupItem, facts: ItemFacts): boolean {
  const definition = facts.definitionOf(item);
  return definition?.type === 'PQ' && wholePlaces(item.value) > wholePlaces(definition.format);
}

/** True where the number lies outside the band of what can be (V015). */
export function isImplausible(item: CheckupItem, facts: ItemFacts): boolean {
  if (item.number === null || item.mark !== null) return false;
  const band = plausibleBandOf(item, facts);
  return band !== undefined && (item.number < band[0] || item.number > band[1]);
}

/** True where a rule of the item itself says that its number is wrong: what is reckoned from it would only say so again. */
export function isDoubtful(item: CheckupItem, facts: ItemFacts): boolean {
  if (item.state === 'BAD') return true;
  if (item.number === null) return false;
  return (
    item.number <= 0 || isImplausible(item, facts) || hasOtherUnit(item, facts) || isTooWide(item, facts)
  );
}
