import { type CheckupItemDraft, codeTable, itemByCode, itemsOn, requirementOf } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import { additionalItemCodes } from '../world.js';
import { type ItemDrafts, tableDate } from './item-drafts.js';

// Whoever the record is of.
const ofOneSex = /子宮|婦人科|PSA|前立腺/;

const namesOfAdditional = new Set(additionalItemCodes.map((code) => itemByCode(code, tableDate)?.name));

// Items outside 特定健診 that stand alone: no group, no dependency, no author, no second total cholesterol
// (which would have to fit the other lipids).
const candidates = [...itemsOn(tableDate)].filter(
  (item) =>
    requirementOf(item, '010') === '0' &&
    item.group === '' &&
    item.dependsOn === '' &&
    item.authorItem === '' &&
    item.written === 'observation' &&
    item.type !== 'ST' &&
    !item.code.startsWith('3F050') &&
    !ofOneSex.test(item.name) &&
    !namesOfAdditional.has(item.name) &&
    (item.codeSystem === '' || codeTable(item.codeSystem) !== undefined),
);

/** Each test by one method alone. */
const extraItems = candidates.filter(
  ({ name }, at) => candidates.findIndex((other) => other.name === name) === at,
);

/** Usual results of what is measured, by item name: least and most. */
const usual: Readonly<Record<string, readonly [least: number, most: number]>> = {
  反復唾液嚥下テスト: [3, 8],
  心拍数: [52, 88],
  総ビリルビン: [0.4, 1.2],
  ALP: [40, 110],
  LD: [125, 220],
  'A/G': [1.4, 2.2],
  血清フェリチン: [30, 180],
  尿比重: [1.006, 1.029],
  '肺機能検査(努力肺活量)': [3.2, 4.4],
  '肺機能検査(1秒量)': [2.4, 3.1],
  '肺機能検査(1秒率)': [72, 86],
  '肺機能検査(%VC)': [85, 115],
  '視力(右)': [0.5, 1.5],
  '視力(右:矯正)': [0.8, 1.5],
  '視力(左)': [0.5, 1.5],
  '視力(左:矯正)': [0.8, 1.5],
  '眼圧検査(右)': [11, 19],
  '眼圧検査(左)': [11, 19],
  CRP: [0, 0.3],
  生活機能問診12: [19, 29],
};
const otherwise = [1, 9] as const;

/** Items of other programmes and of free choice, for the section 任意追加項目 of large records. */
export function extraItemDrafts(random: Random, drafts: ItemDrafts, count: number): CheckupItemDraft[] {
  return extraItems.slice(0, count).map((item) => {
    if (item.type !== 'PQ') {
      const codes = [...codeTable(item.codeSystem)!.labels.keys()];
      return drafts.coded(item.code, codes[Math.min(1, codes.length - 1)]!);
    }
    const digits = item.format.split('.')[1]?.length ?? 0;
    const [least, most] = (usual[item.name] ?? otherwise).map((value) =>
      Math.round(value * 10 ** digits),
    ) as [number, number];
    return drafts.quantity(item.code, (random.between(least, most) / 10 ** digits).toFixed(digits));
  });
}
