import type { ChargeDraft, CheckupClaimDraft } from '@daiko/exchange-format';
import type { Terms } from '../world.js';

/** The part of a claim that holds money. */
export type SettlementDraft = Omit<CheckupClaimDraft, 'subject' | 'ticketNumber' | 'ticketExpiry'>;

/** What was done and is charged. */
export interface Services {
  /** 請求区分 (別表7). */
  readonly claimType: '1' | '2' | '3' | '4' | '5';
  readonly commissionType: string;
  readonly details: readonly ('1' | '2' | '3' | '4')[];
  readonly additionalItems: readonly string[];
  /** 他の健診による負担金額, yen; taken from the basic price first. */
  readonly otherProgramYen: number;
}

/** Prices, copayments and sums of a checkup claim. */
export function settle(services: Services, terms: Terms): SettlementDraft {
  return services.claimType === '5' ? settleDock(services, terms) : settleCheckup(services, terms);
}

function settleCheckup(services: Services, terms: Terms): SettlementDraft {
  const { claimType, otherProgramYen } = services;
  const detailed = claimType === '2' || claimType === '4';
  const extended = claimType === '3' || claimType === '4';
  const unitPriceDetails = detailed
    ? services.details.map((code) => ({ code, amount: terms.detailYen[code] }))
    : [];
  const unitPriceOthers = extended
    ? services.additionalItems.map((code) => ({ code, amount: terms.additionalYen[code]! }))
    : [];
  const details = sum(unitPriceDetails);
  const others = sum(unitPriceOthers);
  const paymentForBasic = copayment(terms.chargeBasic, null, terms.basicYen - otherProgramYen);
  const paymentForDetail = detailed ? copayment(terms.chargeDetail, null, details) : null;
  const paymentForOther = extended ? copayment(terms.chargeOther, null, others) : null;
  const unitAmount = terms.basicYen + details + others;
  const paymentAmount = paymentForBasic + (paymentForDetail ?? 0) + (paymentForOther ?? 0);
  return {
    claimType,
    commissionType: services.commissionType,
    chargeBasic: terms.chargeBasic,
    chargeDetail: detailed ? terms.chargeDetail : null,
    chargeOther: extended ? terms.chargeOther : null,
    dockCopayment: null,
    dockLimit: null,
    unitPriceBasic: terms.basicYen,
    unitPriceDetails,
    unitPriceOthers,
    paymentForBasic,
    paymentForDetail,
    paymentForOther,
    unitAmount,
    paymentAmount,
    paymentByOtherProgram: otherProgramYen === 0 ? null : otherProgramYen,
    claimAmount: unitAmount - paymentAmount - otherProgramYen,
  };
}

function settleDock(services: Services, terms: Terms): SettlementDraft {
  const payment = copayment(terms.dockCopayment, terms.dockLimit, terms.dockYen);
  return {
    claimType: '5',
    commissionType: services.commissionType,
    chargeBasic: null,
    chargeDetail: null,
    chargeOther: null,
    dockCopayment: terms.dockCopayment,
    dockLimit: terms.dockLimit,
    unitPriceBasic: null,
    unitPriceDetails: [],
    unitPriceOthers: [{ code: null, amount: terms.dockYen }],
    paymentForBasic: null,
    paymentForDetail: null,
    paymentForOther: payment,
    unitAmount: terms.dockYen,
    paymentAmount: payment,
    paymentByOtherProgram: null,
    claimAmount: terms.dockYen - payment,
  };
}

/** 窓口負担 of a price, yen; with a limit the person also pays what the insurer does not. */
export function copayment(charge: ChargeDraft, limit: ChargeDraft | null, price: number): number {
  const own = ownShare(charge, price);
  return limit === null ? own : Math.max(own, price - limit.amount!);
}

function ownShare(charge: ChargeDraft, price: number): number {
  switch (charge.code) {
    case '2':
      return Math.min(price, charge.amount!);
    case '3':
      return Math.floor((price * charge.rate! + 50_000) / 100_000);
    case '4':
      return Math.max(0, price - charge.amount!);
    default:
      return 0;
  }
}

function sum(prices: readonly { amount: number }[]): number {
  return prices.reduce((total, { amount }) => total + amount, 0);
}
