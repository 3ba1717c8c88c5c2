import { type CheckupItem, type CheckupItemDefinition, oids } from '@daiko/exchange-format';
import type { ItemFacts } from '../../frame.js';

/** Item of the standard's table on the day of the checkup; undefined for local and unknown items. */
export function definitionOf(item: CheckupItem, facts: ItemFacts): CheckupItemDefinition | undefined {
  return facts.definitionOf(item);
}

/** True where a value stands and claims to be one: not 未実施, not 測定不可能, not a lone mark L or H. */
export function hasPlainValue(item: CheckupItem): boolean {
  const isLoneMark = item.mark !== null && item.valueCount === 1;
  return !item.negated && item.valueCount > 0 && item.nullFlavor === '' && !isLoneMark;
}

/** The same of a code: CD or CO. Another type is V004's. */
export function hasPlainCode(item: CheckupItem): boolean {
  return (item.type === 'CD' || item.type === 'CO') && hasPlainValue(item);
}

/** True where the mark L or H stands before the value that it belongs to. */
export function isMarkFirst({ valueCount, valueCodeSystem }: CheckupItem): boolean {
  return valueCount === 2 && valueCodeSystem === oids.interpretation;
}
