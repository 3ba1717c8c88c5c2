import { type CheckupItem, OID_BASE } from '@daiko/exchange-format';
import type { ItemFacts } from '../../frame.js';
import { itemCodes } from '../../item-codes.js';
import { definitionOf } from './definition-of.js';

/** Coded items whose codes have a rule of their own (C004 to C006, C009 instead of C001). */
const codesWithOwnRule = new Set<string>([
  ...itemCodes.drinking,
  ...itemCodes.drinkingAmount,
  ...itemCodes.bloodDrawTime,
  ...itemCodes.metabolicSyndrome,
  ...itemCodes.guidanceLevel,
  ...itemCodes.informationMethod,
  ...itemCodes.firstInterview,
]);
const drinkingCodes = new Set<string>([...itemCodes.drinking, ...itemCodes.drinkingAmount]);
const fundusCodes = new Set<string>(itemCodes.fundus);
const fundusSystems = new Set(
  ['2110', '2111', '2112', '2113', '18080', '18090'].map((arc) => `${OID_BASE}.${arc}`),
);

/** True where a code outside its table is told by a rule of its own. */
export function hasOwnCodeRule(item: CheckupItem): boolean {
  return codesWithOwnRule.has(item.code);
}

/** True where drinking stands under another code system than that of the fourth period (C004 instead of C002). */
export function hasOtherDrinkingSystem(item: CheckupItem, facts: ItemFacts): boolean {
  if (!drinkingCodes.has(item.code) || item.valueCodeSystem === '') return false;
  return isUnderOtherSystem(item, facts);
}

/** True where a class of the fundus stands under the code system of another classification (C008 instead of C002). */
export function hasOtherFundusSystem(item: CheckupItem, facts: ItemFacts): boolean {
  if (!fundusCodes.has(item.code) || !fundusSystems.has(item.valueCodeSystem)) return false;
  return isUnderOtherSystem(item, facts);
}

// An item that the table does not know on that day (V001) has no code system to differ from.
function isUnderOtherSystem(item: CheckupItem, facts: ItemFacts): boolean {
  const definition = definitionOf(item, facts);
  return definition !== undefined && item.valueCodeSystem !== definition.codeSystem;
}

/** True for HbA1c of the old JDS scale with a value that is one (V022 instead of V001). */
export function isOldHba1c(item: CheckupItem): boolean {
  if (!item.code.startsWith('3D045') || item.number === null) return false;
  return item.number >= 3 && item.number <= 20;
}

/** True for 保健指導の希望 of the third period (C007 instead of V001). */
export function isOldGuidanceWish(item: CheckupItem): boolean {
  return item.code.startsWith('9N806');
}
