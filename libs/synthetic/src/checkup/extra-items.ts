import { type CheckupItemDraft, codeTable, itemsOn, requirementOf } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import { additionalItemCodes } from '../world.js';
import { type ItemDrafts, tableDate } from './item-drafts.js';

// Whoever the record is of.
const ofOneSex = /子宮|婦人科|PSA|前立腺/;

// Items outside 特定健診 that stand alone: no group, no dependency, no author, no second total cholesterol
// (which would have to fit the other lipids).
const extraItems = [...itemsOn(tableDate)].filter(
  (item) =>
    requirementOf(item, '010') === '0' &&
    item.group === '' &&
    item.dependsOn === '' &&
    item.authorItem === '' &&
    item.written === 'observation' &&
    item.type !== 'ST' &&
    !item.code.startsWith('3F050') &&
    !ofOneSex.test(item.name) &&
    !(additionalItemCodes as readonly string[]).includes(item.code) &&
    (item.codeSystem === '' || codeTable(item.codeSystem) !== undefined),
);

/** Items of other programmes and of free choice, for the section 任意追加項目 of large records. */
export function extraItemDrafts(random: Random, drafts: ItemDrafts, count: number): CheckupItemDraft[] {
  return extraItems.slice(0, count).map((item) => {
    if (item.type !== 'PQ') {
      const codes = [...codeTable(item.codeSystem)!.labels.keys()];
      return drafts.coded(item.code, codes[Math.min(1, codes.length - 1)]!);
    }
    const [whole, fraction] = item.format.split('.') as [string, string?];
    const top = 10 ** Math.min(whole.length, 2) - 1;
    const digits = fraction?.length ?? 0;
    const decimals =
      digits === 0 ? '' : `.${String(random.between(0, 10 ** digits - 1)).padStart(digits, '0')}`;
    return drafts.quantity(item.code, `${random.between(1, top)}${decimals}`);
  });
}
