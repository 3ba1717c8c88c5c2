import {
  type Charge,
  type CheckupClaim,
  type GuidanceClaim,
  type GuidanceItem,
  parseCalendarDate,
  pathOf,
  type Placed,
  type PlacedNumber,
} from '@daiko/exchange-format';
import { isDetailed } from './detail-groups.js';
import { ADDITIONAL_SECTION } from './programme-sections.js';
import type { PairFacts } from './facts.js';
import { guidanceSections, placeOf } from './guidance-facts.js';
import { goalItems, guidanceItemCodes, itemCodes } from './item-codes.js';
import type {
  ChargeFacts,
  ChargePart,
  CheckupValues,
  DetailFacts,
  GuidanceValues,
  MemoryFacts,
  PriceFacts,
} from './memory-facts.js';
import { type ClaimLines, type ItemPlace, lineOf, type MemoryPlaces } from './memory-places.js';

/** The facts of a pair that passed L5; null where one of its files could not be read. */
export function readMemoryFacts(pair: PairFacts): MemoryFacts | null {
  const { resultFile, claimFile, claimIdentity, checkupClaim, guidanceClaim } = pair;
  if (resultFile === null || claimFile === null || claimIdentity === null) return null;
  if (pair.checkup === null && pair.guidance === null) return null;
  const claim = checkupClaim !== null ? ofCheckup(checkupClaim) : ofGuidance(guidanceClaim!);
  return {
    isGuidance: pair.isGuidance,
    circumstances: pair.circumstances,
    insurerNumber: pair.circumstances.insurerNumber,
    institutionNumber: claimIdentity.providerNumber?.value ?? null,
    name: claimIdentity.name?.value ?? '',
    programme: pair.programme,
    serviceDate: pair.serviceDate,
    checkupDate: pair.checkupDate,
    birthDate: pair.birthDate,
    ticketNumber: elevenDigits(claimIdentity.ticketNumber),
    checkupTicketNumber: elevenDigits(guidanceClaim?.ticket?.checkupTicketNumber ?? null),
    ticketExpiry: parseCalendarDate(claimIdentity.ticketExpiry?.value ?? ''),
    ...claim,
    details: detailsOf(pair),
    additionalItems: additionalItemsOf(pair),
    checkup: pair.checkup === null ? null : checkupValuesOf(pair),
    guidance: pair.guidance === null ? null : guidanceValuesOf(pair),
    places: { result: resultFile.path, claim: claimFile.path, lines: linesOf(pair), ...itemsOf(pair) },
  };
}

type OfClaim = Pick<
  MemoryFacts,
  | 'claimType'
  | 'commissionType'
  | 'timing'
  | 'level'
  | 'charges'
  | 'prices'
  | 'paymentRate'
  | 'calculatedYen'
  | 'unitYen'
  | 'copaymentYen'
  | 'claimYen'
>;

function ofCheckup(claim: CheckupClaim): OfClaim {
  return {
    claimType: claim.claimType?.value ?? '',
    commissionType: claim.commissionType?.value ?? '',
    timing: '',
    level: '',
    charges: chargesOf(claim),
    prices: pricesOf(claim),
    paymentRate: null,
    calculatedYen: null,
    unitYen: numberIn(claim.unitAmount),
    copaymentYen: numberIn(claim.paymentAmount),
    claimYen: numberIn(claim.claimAmount),
  };
}

function ofGuidance(claim: GuidanceClaim): OfClaim {
  const { ticket, unitPrice } = claim;
  return {
    claimType: '',
    commissionType: '',
    timing: claim.guidanceTiming?.value ?? '',
    level: claim.guidanceLevel?.value ?? '',
    charges: chargesIn([
      [
        'guidance',
        ticket?.copayment ?? null,
        ticket?.maxInsuranceLimit ?? null,
        'healthGuidanceCard/copayment',
      ],
    ]),
    prices: unitPrice === null ? [] : [priceOf('guidance', null, unitPrice, 'settlement/unitPrice/amount')],
    paymentRate: numberIn(claim.paymentRate),
    calculatedYen: numberIn(claim.calculatedAmount),
    unitYen: numberIn(unitPrice),
    copaymentYen: numberIn(claim.paymentAmount),
    claimYen: numberIn(claim.claimAmount),
  };
}

type NamedCharge = readonly [part: ChargePart, charge: Charge | null, limit: Charge | null, path: string];

function chargesOf({ charges }: CheckupClaim): readonly ChargeFacts[] {
  const { dockCopayment, dockLimit } = charges;
  return chargesIn([
    ['basic', charges.basic, null, 'checkupCard/chargeTypeBasic'],
    ['detail', charges.detail, null, 'checkupCard/chargeTypeDetail'],
    ['other', charges.other, null, 'checkupCard/chargeTypeOther'],
    ['dock', dockCopayment, dockLimit, 'checkupCard/chargeTypeHumanDryDock/copayment'],
  ]);
}

function chargesIn(named: readonly NamedCharge[]): readonly ChargeFacts[] {
  const found: ChargeFacts[] = [];
  for (const [part, charge, limit, path] of named) {
    if (charge === null) continue;
    found.push({
      part,
      code: charge.code?.value ?? '',
      amountYen: numberIn(charge.amount),
      rate: numberIn(charge.rate),
      limitYen: numberIn(limit?.amount ?? null),
      line: charge.at.line,
      path,
    });
  }
  return found;
}

function pricesOf(claim: CheckupClaim): readonly PriceFacts[] {
  const prices: PriceFacts[] = [];
  if (claim.unitPriceBasic !== null) {
    prices.push(priceOf('basic', null, claim.unitPriceBasic, 'settlement/unitPriceBasic/amount'));
  }
  for (const [part, list, name] of [
    ['detail', claim.unitPriceDetails, 'unitPriceDetail'],
    ['other', claim.unitPriceOthers, 'unitPriceOther'],
  ] as const) {
    list.forEach(({ amount, observation }, at) => {
      if (amount === null) return;
      const isDock = part === 'other' && claim.claimType?.value === '5' && observation === null;
      const step = list.length === 1 ? name : `${name}[${at + 1}]`;
      const path = `settlement/${step}/amount`;
      prices.push(priceOf(isDock ? 'dock' : part, observation?.value ?? null, amount, path));
    });
  }
  return prices;
}

function priceOf(part: ChargePart, code: string | null, amount: PlacedNumber, path: string): PriceFacts {
  return { part, code, yen: amount.value, line: amount.at.line, path };
}

/** Lines in document order, which is the order in which they are found fastest. */
function itemsOf(pair: PairFacts): Pick<MemoryPlaces, 'items'> {
  if (pair.checkup === null) return {};
  const place = (codes: readonly string[]): ItemPlace | undefined => {
    const item = pair.itemOf(codes);
    if (item === null) return undefined;
    const at = item.valueAt ?? item.at;
    return { line: at.line, xpath: pathOf(at) };
  };
  const fundusSubject = place(itemCodes.fundusSubject);
  const height = place(itemCodes.height);
  return { items: { ...(height && { height }), ...(fundusSubject && { fundusSubject }) } };
}

function linesOf({ claimIdentity, checkupClaim, guidanceClaim }: PairFacts): ClaimLines {
  const claim = checkupClaim ?? guidanceClaim!;
  const { subject, ticket } = claim;
  return {
    level: lineOf(guidanceClaim?.guidanceLevel?.at),
    timing: lineOf(guidanceClaim?.guidanceTiming?.at),
    provider: lineOf(subject?.providerNumber?.at),
    insurance: lineOf(subject?.insurance?.at),
    insurer: lineOf(subject?.insurance?.insurerNumber?.at),
    name: lineOf(claimIdentity?.name?.at),
    ticket: lineOf(ticket?.number?.at),
    checkupTicket: lineOf(guidanceClaim?.ticket?.checkupTicketNumber?.at),
    expiry: lineOf(ticket?.expiry?.at),
    claimType: lineOf(checkupClaim?.claimType?.at),
    commissionType: lineOf(checkupClaim?.commissionType?.at),
    paymentRate: lineOf(guidanceClaim?.paymentRate?.at),
    calculatedAmount: lineOf(guidanceClaim?.calculatedAmount?.at),
    unitAmount: lineOf(checkupClaim?.unitAmount?.at),
    paymentAmount: lineOf(claim.paymentAmount?.at),
    claimAmount: lineOf(claim.claimAmount?.at),
  };
}

function checkupValuesOf(pair: PairFacts): CheckupValues {
  const number = (codes: readonly string[]): number | null => pair.writtenNumberOf(codes);
  const isYes = (codes: readonly string[]): boolean => pair.codeOf(codes) === '1';
  const glucoseFasting = number(itemCodes.glucoseFasting);
  return {
    height: number(itemCodes.height),
    weight: number(itemCodes.weight),
    bmi: number(itemCodes.bmi),
    waist: number(itemCodes.waist),
    systolic: number(itemCodes.systolic),
    diastolic: number(itemCodes.diastolic),
    triglyceride: number(itemCodes.triglycerideFasting) ?? number(itemCodes.triglycerideRandom),
    hdl: number(itemCodes.hdl),
    ldl: number(itemCodes.ldl) ?? number(itemCodes.ldlCalculated) ?? number(itemCodes.nonHdl),
    glucose: glucoseFasting ?? number(itemCodes.glucoseRandom) ?? number(itemCodes.hba1c),
    glucoseFasting,
    hba1c: number(itemCodes.hba1c),
    smoking: pair.codeOf(itemCodes.smoking),
    level: pair.codeOf(itemCodes.guidanceLevel),
    isMedicated:
      isYes(itemCodes.medicationPressure) ||
      isYes(itemCodes.medicationGlucose) ||
      isYes(itemCodes.medicationLipid),
  };
}

function guidanceValuesOf(pair: PairFacts): GuidanceValues {
  const course = pair.course!;
  return {
    reportCode: course.reportCode,
    firstDate: course.firstDate,
    waist: course.numberOf(guidanceItemCodes.evaluatedWaist),
    weight: course.numberOf(guidanceItemCodes.evaluatedWeight),
    body: course.codeOf(goalItems.body.evaluation),
    smoking: course.codeOf(goalItems.smoking.evaluation),
    isHandedOver: course.sections.has(guidanceSections.institution),
    completedPoints: course.numberOf(guidanceItemCodes.completedPoints),
    smokingPlace: placed(course.valueOf(goalItems.smoking.evaluation)),
    bodyPlace: placed(course.valueOf(goalItems.body.evaluation)),
  };
}

function placed(item: GuidanceItem | null): { line: number; xpath: string } | null {
  if (item === null) return null;
  const at = placeOf(item);
  return { line: at.line, xpath: pathOf(at) };
}

function detailsOf(pair: PairFacts): readonly DetailFacts[] {
  if (pair.checkup === null) return none;
  const found: DetailFacts[] = [];
  for (const group of pair.detailGroups) {
    if (isDetailed(group)) found.push({ code: group.code, subject: group.subjectValue });
  }
  return found;
}

function additionalItemsOf({ checkup }: PairFacts): readonly string[] {
  if (checkup === null) return none;
  const codes: string[] = [];
  for (const item of checkup.items) {
    if (item.sectionCode === ADDITIONAL_SECTION && item.state === 'VALUE') codes.push(item.code);
  }
  return codes;
}

const none: readonly never[] = [];

function elevenDigits(number: Placed<string> | null): string | null {
  return number !== null && /^\d{11}$/.test(number.value) ? number.value : null;
}

function numberIn(number: PlacedNumber | null): number | null {
  return number === null ? null : number.value;
}
