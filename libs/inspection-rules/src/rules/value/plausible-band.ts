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

/** Analyte, identification and material of items that no setting speaks of → what nobody's body can exceed. */
const furtherBands = new Map<string, Band>([
  ['3F0500000023', [20, 2000]], // 総コレステロール
  ['3J0100000023', [0, 60]], // 総ビリルビン
  ['3B0700000023', [1, 10_000]], // ALP
  ['3B0500000023', [10, 20_000]], // LD
  ['3C0200000023', [0, 30]], // 血清尿酸
  ['3A0100000023', [2, 16]], // 総蛋白
  ['3A0150000023', [0.5, 8]], // アルブミン
  ['3A0160000023', [0.1, 5]], // A/G
  ['5C0700000023', [0, 80]], // CRP
  ['1A0300000001', [1, 1.1]], // 尿比重
  ['2A0600000019', [40, 170]], // MCV
  ['2A0700000019', [8, 70]], // MCH
  ['2A0800000019', [15, 50]], // MCHC
  ['2A0100000019', [100, 1_000_000]], // 白血球数
  ['2A0500000019', [0.1, 150]], // 血小板数
  ['9N1210000000', [20, 250]], // 心拍数
  ['9N0910000000', [0, 30]], // 反復唾液嚥下テスト
  ['9N8660000000', [8, 90]], // 生活機能問診12 (BMI)
  ['9C3100000000', [0.2, 12]], // 努力肺活量
  ['9C3200000000', [0.1, 12]], // 1秒量
  ['9C3300000000', [5, 100]], // 1秒率
  ['9C3800000000', [5, 250]], // %VC
  ['9E1601621000', [0, 3]], // 視力(右), (右:矯正), (左), (左:矯正)
  ['9E1601625000', [0, 3]],
  ['9E1601622000', [0, 3]],
  ['9E1601626000', [0, 3]],
  ['9E1051621000', [0, 90]], // 眼圧(右), (左)
  ['9E1051622000', [0, 90]],
]);
/** The same of items for which nobody has set a limit: what lies outside is no more than a warning. */
const looseBands = new Map<string, Band>([
  ['5C0950000023', [0.5, 999.9]], // 血清フェリチン
  ['3A0150000001', [0.1, 30_000]], // 尿中アルブミン: 随時尿, 蓄尿
  ['3A0150000004', [0.1, 30_000]],
]);
const KEY_LENGTH = 12;

/** Band of plausible results of an item (settings, or what no body exceeds); undefined for items without one. */
export function plausibleBandOf(item: CheckupItem, facts: ItemFacts): Band | undefined {
  const key = bandByCode.get(item.code);
  const band = key === undefined ? undefined : facts.settings.plausibleBands[key];
  return band ?? furtherBandOf(item) ?? looseBands.get(item.code.slice(0, KEY_LENGTH));
}

/** Band of an item that no setting speaks of. */
export function furtherBandOf({ code }: CheckupItem): Band | undefined {
  return furtherBands.get(code.slice(0, KEY_LENGTH));
}

/** True where the band of an item is too loosely founded to ask anybody. */
export function isLooselyBanded({ code }: CheckupItem): boolean {
  return looseBands.has(code.slice(0, KEY_LENGTH));
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
