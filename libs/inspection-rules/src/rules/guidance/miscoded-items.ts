import type { GuidanceReport } from '@daiko/exchange-format';
import { guidanceDefinitionOf, isGuidanceItem, isMistyped } from './guidance-item-table.js';

/**
 * Whether an item without a value is another rule's: it has one of another type (G057), or may stand in its section under a
 * code that no table knows, with a value of its type (G055). It is not called missing.
 */
export function isMiscoded(code: string, section: string, guidance: GuidanceReport): boolean {
  const own = guidance.items.filter((item) => item.code === code);
  if (own.length > 0) return own.some(isMistyped);
  const type = guidanceDefinitionOf(code)?.type;
  return guidance.items.some(
    (item) => item.sectionCode === section && item.type === type && !isGuidanceItem(item.code),
  );
}
