import type { CheckupClaim, XmlElement } from '@daiko/exchange-format';

const basic = ['chargeTypeBasic', 'unitPriceBasic', 'paymentForBasic'];
const detail = ['chargeTypeDetail', 'unitPriceDetail', 'paymentForDetail'];
const other = ['chargeTypeOther', 'unitPriceOther', 'paymentForOther'];

/** Parts a claim has, by 請求区分 (金額計算方法). */
export const neededParts: Readonly<Record<string, readonly string[]>> = {
  1: basic,
  2: [...basic, ...detail],
  3: [...basic, ...other],
  4: [...basic, ...detail, ...other],
  5: ['chargeTypeHumanDryDock', 'unitPriceOther', 'paymentForOther'],
};

/** Parts of a claim, and where each stands; null for one that is not there. */
const parts: readonly (readonly [part: string, placeIn: (claim: CheckupClaim) => XmlElement | null])[] = [
  ['chargeTypeBasic', ({ charges }) => charges.basic?.at ?? null],
  ['chargeTypeDetail', ({ charges }) => charges.detail?.at ?? null],
  ['chargeTypeOther', ({ charges }) => charges.other?.at ?? null],
  ['chargeTypeHumanDryDock', ({ charges }) => charges.dock],
  ['unitPriceBasic', (claim) => claim.unitPriceBasic?.at ?? null],
  ['unitPriceDetail', (claim) => claim.unitPriceDetails[0]?.at ?? null],
  ['unitPriceOther', (claim) => claim.unitPriceOthers[0]?.at ?? null],
  ['paymentForBasic', (claim) => claim.paymentForBasic?.at ?? null],
  ['paymentForDetail', (claim) => claim.paymentForDetail?.at ?? null],
  ['paymentForOther', (claim) => claim.paymentForOther?.at ?? null],
];

/** Parts of a claim by name, and where they stand; null for those that are not there. */
export function partsOf(claim: CheckupClaim): (readonly [part: string, place: XmlElement | null])[] {
  return parts.map(([part, placeIn]) => [part, placeIn(claim)]);
}

/** Parts by their names in the field. */
export const partNames: Readonly<Record<string, string>> = {
  chargeTypeBasic: '基本の窓口負担の種類',
  chargeTypeDetail: '詳細の窓口負担の種類',
  chargeTypeOther: '追加の窓口負担の種類',
  chargeTypeHumanDryDock: '人間ドックの窓口負担の種類',
  unitPriceBasic: '基本の単価',
  unitPriceDetail: '詳細の単価',
  unitPriceOther: '追加（ドック）の単価',
  paymentForBasic: '基本の窓口負担金額',
  paymentForDetail: '詳細の窓口負担金額',
  paymentForOther: '追加（ドック）の窓口負担金額',
};

/** The parts that stand and those that are missing, against what the 請求区分 needs. */
interface Misfit {
  readonly missing: readonly string[];
  readonly needless: readonly string[];
  /** The 請求区分 that all parts fit, when it is another one. */
  readonly fittingType: string | null;
}

/** Misfits of claims so far, by 請求区分 and by the parts that stand, a bit each. */
const misfits = new Map<number, Misfit>();
/** Keys of one 請求区分. */
const KEY_SPAN = 2 ** parts.length;

/** What does not fit the 請求区分 of a claim; null where that is none of 1 to 5. */
export function misfitOf(claim: CheckupClaim): Misfit | null {
  const needed = neededParts[claim.claimType?.value ?? ''];
  if (needed === undefined) return null;
  const standing = standingParts(claim);
  const key = Number(claim.claimType!.value) * KEY_SPAN + standing;
  let misfit = misfits.get(key);
  if (misfit === undefined) {
    const there = parts.flatMap(([part], at) => (((standing >> at) & 1) === 1 ? [part] : []));
    misfits.set(key, (misfit = misfitBetween(needed, there)));
  }
  return misfit;
}

/** The parts that stand, a bit each in the order of the parts. */
function standingParts(claim: CheckupClaim): number {
  let standing = 0;
  for (let at = 0; at < parts.length; at++) if (parts[at]![1](claim) !== null) standing |= 1 << at;
  return standing;
}

function misfitBetween(needed: readonly string[], there: readonly string[]): Misfit {
  const missing = needed.filter((part) => !there.includes(part));
  const needless = there.filter((part) => !needed.includes(part));
  const fits = (parts: readonly string[]) =>
    parts.length === there.length && parts.every((part) => there.includes(part));
  const isMisfit = missing.length + needless.length > 0;
  const fitting = isMisfit ? Object.entries(neededParts).find(([, parts]) => fits(parts)) : undefined;
  return { missing, needless, fittingType: fitting?.[0] ?? null };
}
