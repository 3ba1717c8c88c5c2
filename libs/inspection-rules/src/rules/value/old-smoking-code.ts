import { type CheckupItem, OID_BASE } from '@daiko/exchange-format';
import type { ItemFacts } from '../../frame.js';
import { itemCodes } from '../../item-codes.js';

const YES_NO = `${OID_BASE}.2003`;

/** True for 喫煙 coded by the list of the third period in a checkup of the fourth (C003 instead of C001, C002). */
export function hasOldSmokingCode(item: CheckupItem, facts: ItemFacts): boolean {
  if (item.code !== itemCodes.smoking[0] || item.valueCodeSystem !== YES_NO) return false;
  return facts.period === 'fourth';
}
