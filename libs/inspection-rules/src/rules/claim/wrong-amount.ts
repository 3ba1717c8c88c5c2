import type { CheckupClaim, PlacedNumber, UnitPrice } from '@daiko/exchange-format';
import type { Report } from '../../rule.js';
import { balanceOf } from './balance.js';
import { areCopaymentsComputed } from './copayment.js';
import { sumOfPayments, sumOfPrices } from './sum-of.js';

/** Amounts of a claim that can be wrong on their own. */
export type AmountKind =
  | 'basicPrice'
  | 'detailPrice'
  | 'otherPrice'
  | 'repeatedPrice'
  | 'basicPayment'
  | 'detailPayment'
  | 'otherPayment'
  | 'unit'
  | 'payment'
  | 'programme'
  | 'claim';

/** The one amount of a claim with which nothing fits, and what it would have to be. */
export interface WrongAmount {
  readonly kind: AmountKind;
  readonly amount: PlacedNumber;
  readonly expected: number;
  /** Whether it was exchanged with the claimed amount. */
  readonly isSwapped: boolean;
}

/**
 * The amount that alone explains why sums and copayments of a claim do not fit: with another in its place all of them do. Null
 * where one relation alone is broken, which its own rule says, and where nothing explains it.
 */
export function wrongAmountOf(claim: CheckupClaim): WrongAmount | null {
  const broken = brokenCount(claim);
  if (broken === 0) return null;
  for (const { kind, amount, expected, mended, isSwapped = false } of candidates(claim)) {
    // One broken relation is its own rule's, but for a price that stands twice and copayments in each other's place.
    if (broken === 1 && kind !== 'repeatedPrice' && !(isSwapped && isPayment(kind))) continue;
    if (amount === null || expected < 0 || brokenCount(mended) > 0) continue;
    return { kind, amount, expected, isSwapped };
  }
  return null;
}

/** Whether another amount than these alone is wrong: then what follows from it is not said. */
export function isOfAnother(claim: CheckupClaim, kinds: readonly AmountKind[]): boolean {
  const wrong = wrongAmountOf(claim);
  return wrong !== null && !kinds.includes(wrong.kind);
}

/** Reports of a copayment, unless another amount alone is wrong. */
export function unlessAnother(claim: CheckupClaim, kind: AmountKind, report: Report): Report {
  return (place, details) => {
    if (!isOfAnother(claim, [kind])) report(place, details);
  };
}

/** How many of sums, claim and copayments do not fit. */
function brokenCount(claim: CheckupClaim): number {
  const balance = balanceOf(claim);
  if (balance === null) return 0;
  const parts = sumOfPayments(claim);
  return [
    sumOfPrices(claim) === balance.unit,
    parts === balance.payment,
    claim.claimAmount?.value === Math.max(0, balance.left),
    areCopaymentsComputed(claim),
  ].filter((fits) => !fits).length;
}

interface Candidate {
  readonly kind: AmountKind;
  readonly amount: PlacedNumber | null;
  readonly expected: number;
  readonly mended: CheckupClaim;
  readonly isSwapped?: boolean;
}

function* candidates(claim: CheckupClaim): Generator<Candidate> {
  const { unit, payment, other, left } = balanceOf(claim)!;
  const parts = sumOfPayments(claim);
  const claimed = claim.claimAmount?.value ?? 0;
  yield* swaps(claim, unit, payment, claimed);
  const set = (kind: AmountKind, field: AmountField, expected: number): Candidate => ({
    kind,
    amount: claim[field],
    expected,
    mended: { ...claim, [field]: revalued(claim[field], expected) },
  });
  yield set('unit', 'unitAmount', sumOfPrices(claim));
  yield set('payment', 'paymentAmount', parts);
  yield set('claim', 'claimAmount', Math.max(0, left));
  yield* repeatedPrices(claim);
  yield* swappedPayments(claim);
  const gap = unit - sumOfPrices(claim);
  yield set('basicPrice', 'unitPriceBasic', (claim.unitPriceBasic?.value ?? 0) + gap);
  yield* prices(claim, gap);
  for (const [kind, field] of payments) {
    yield set(kind, field, payment - (parts - (claim[field]?.value ?? 0)));
  }
  yield set('programme', 'paymentByOtherProgram', other + (left - claimed));
}

type AmountField =
  | 'unitAmount'
  | 'paymentAmount'
  | 'claimAmount'
  | 'unitPriceBasic'
  | 'paymentForBasic'
  | 'paymentForDetail'
  | 'paymentForOther'
  | 'paymentByOtherProgram';

const payments = [
  ['basicPayment', 'paymentForBasic'],
  ['detailPayment', 'paymentForDetail'],
  ['otherPayment', 'paymentForOther'],
] as const;

function revalued(amount: PlacedNumber | null, value: number): PlacedNumber | null {
  return amount === null ? null : { ...amount, value };
}

function* swaps(claim: CheckupClaim, unit: number, payment: number, claimed: number): Generator<Candidate> {
  const { unitAmount, paymentAmount, claimAmount } = claim;
  const [isSwapped, expected] = [true, claimed];
  const withUnit = { unitAmount: revalued(unitAmount, claimed), claimAmount: revalued(claimAmount, unit) };
  yield { kind: 'unit', amount: unitAmount, expected, mended: { ...claim, ...withUnit }, isSwapped };
  const withPayment = {
    paymentAmount: revalued(paymentAmount, claimed),
    claimAmount: revalued(claimAmount, payment),
  };
  yield { kind: 'payment', amount: paymentAmount, expected, mended: { ...claim, ...withPayment }, isSwapped };
}

const isPayment = (kind: AmountKind): boolean => payments.some(([payment]) => payment === kind);

/** Copayments of two kinds in each other's place: said of the first. */
function* swappedPayments(claim: CheckupClaim): Generator<Candidate> {
  for (const [at, [kind, field]] of payments.entries()) {
    for (const [, other] of payments.slice(at + 1)) {
      const [one, two] = [claim[field], claim[other]];
      if (one === null || two === null || one.value === two.value) continue;
      const mended = {
        ...claim,
        [field]: { ...one, value: two.value },
        [other]: { ...two, value: one.value },
      };
      yield { kind, amount: one, expected: two.value ?? 0, mended, isSwapped: true };
    }
  }
}

const lists = [
  ['detailPrice', 'unitPriceDetails'],
  ['otherPrice', 'unitPriceOthers'],
] as const;

function* prices(claim: CheckupClaim, gap: number): Generator<Candidate> {
  for (const [kind, field] of lists) {
    for (const [at, { amount }] of claim[field].entries()) {
      const expected = (amount?.value ?? 0) + gap;
      const changed = claim[field].map((price, index): UnitPrice =>
        index === at ? { ...price, amount: revalued(amount, expected) } : price,
      );
      yield { kind, amount, expected, mended: { ...claim, [field]: changed } };
    }
  }
}

/** Prices that stand again under their code, or beside the one price of a dock: P013 and P014 say it. */
function* repeatedPrices(claim: CheckupClaim): Generator<Candidate> {
  for (const [, field] of lists) {
    for (const [at, { amount, observation }] of claim[field].entries()) {
      const isAgain = claim[field]
        .slice(0, at)
        .some((price) => price.observation?.value === observation?.value);
      const mended = { ...claim, [field]: claim[field].filter((_, index) => index !== at) };
      if (isAgain) yield { kind: 'repeatedPrice', amount, expected: 0, mended };
    }
  }
}
