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
