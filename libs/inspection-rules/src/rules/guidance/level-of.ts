import type { GuidanceItem, GuidanceReport } from '@daiko/exchange-format';
import { guidanceItemCodes } from '../../item-codes.js';

/** The 保健指導区分 a guidance document records, or null. */
export function levelOf(guidance: GuidanceReport | null): GuidanceItem | null {
  return guidance?.items.find(({ code }) => code === guidanceItemCodes.level) ?? null;
}
