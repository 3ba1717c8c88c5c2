import type { GuidanceReport } from '@daiko/exchange-format';
import { guidanceDefinitionOf, isGuidanceItem } from './guidance-item-table.js';

/**
 * Whether an item that is not there may stand in its section under a code that no table knows: an item with a value of its
 * type. G055 speaks of that one, and the other is not called missing.
 */
export function isMiscoded(code: string, section: string, guidance: GuidanceReport): boolean {
  const type = guidanceDefinitionOf(code)?.type;
  return guidance.items.some(
    (item) => item.sectionCode === section && item.type === type && !isGuidanceItem(item.code),
  );
}
