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

/** Parts of a claim by name, and where they stand; null for those that are not there. */
export function partsOf(claim: CheckupClaim): (readonly [part: string, place: XmlElement | null])[] {
  const { charges } = claim;
  return [
    ['chargeTypeBasic', charges.basic?.at ?? null],
    ['chargeTypeDetail', charges.detail?.at ?? null],
    ['chargeTypeOther', charges.other?.at ?? null],
    ['chargeTypeHumanDryDock', charges.dock],
    ['unitPriceBasic', claim.unitPriceBasic?.at ?? null],
    ['unitPriceDetail', claim.unitPriceDetails[0]?.at ?? null],
    ['unitPriceOther', claim.unitPriceOthers[0]?.at ?? null],
    ['paymentForBasic', claim.paymentForBasic?.at ?? null],
    ['paymentForDetail', claim.paymentForDetail?.at ?? null],
    ['paymentForOther', claim.paymentForOther?.at ?? null],
  ];
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
/** Digits of the standing parts in the key of a misfit. */
const KEY_SPAN = 1024;

/** What does not fit the 請求区分 of a claim; null where that is none of 1 to 5. */
export function misfitOf(claim: CheckupClaim): Misfit | null {
  const needed = neededParts[claim.claimType?.value ?? ''];
  if (needed === undefined) return null;
  const standing = standingParts(claim);
  const key = Number(claim.claimType!.value) * KEY_SPAN + standing;
  let misfit = misfits.get(key);
  if (misfit === undefined) {
    const there = Object.keys(partNames).filter((_, at) => ((standing >> at) & 1) === 1);
    misfits.set(key, (misfit = misfitBetween(needed, there)));
  }
  return misfit;
}

/** The parts that stand, a bit each in the order of {@link partNames}. */
function standingParts(claim: CheckupClaim): number {
  const { charges } = claim;
  return (
    bit(0, charges.basic) |
    bit(1, charges.detail) |
    bit(2, charges.other) |
    bit(3, charges.dock) |
    bit(4, claim.unitPriceBasic) |
    bit(5, claim.unitPriceDetails[0]) |
    bit(6, claim.unitPriceOthers[0]) |
    bit(7, claim.paymentForBasic) |
    bit(8, claim.paymentForDetail) |
    bit(9, claim.paymentForOther)
  );
}

function bit(at: number, part: unknown): number {
  return part === null || part === undefined ? 0 : 1 << at;
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
