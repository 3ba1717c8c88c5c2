import type { CheckupItem } from '@daiko/exchange-format';
import type { ItemFacts } from '../../frame.js';
import { itemCodes } from '../../item-codes.js';
import type { Band } from '../../settings.js';

/** Item code → name of its band in the settings. */
const bandByCode = new Map<string, string>(
  Object.entries({
    ...itemCodes,
    triglyceride: [...itemCodes.triglycerideFasting, ...itemCodes.triglycerideRandom],
    glucose: [...itemCodes.glucoseFasting, ...itemCodes.glucoseRandom],
  }).flatMap(([name, codes]) => codes.map((code) => [code, name] as const)),
);

/** Band of plausible results of an item (settings); undefined for items without one. */
export function plausibleBandOf(item: CheckupItem, facts: ItemFacts): Band | undefined {
  const key = bandByCode.get(item.code);
  return key === undefined ? undefined : facts.settings.plausibleBands[key];
}

/** 入力最小値・入力最大値 of the standard, as far as they are published: Ht, Hb, red cells. */
const officialLimits = new Map<string, Band>([
  [itemCodes.hematocrit[0], [0, 99.9]],
  [itemCodes.hemoglobin[0], [0, 30]],
  [itemCodes.erythrocytes[0], [0, 1000]],
]);

export function officialLimitOf(item: CheckupItem): Band | undefined {
  return officialLimits.get(item.code);
}
