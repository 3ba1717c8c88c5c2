import type { XmlElement } from '../../xml/xml-element.js';
import { readAdjudication, readCharge, readSubject } from '../claim-parts.js';
import { placedAttribute, placedCode, placedNumber } from '../placed.js';
import type { CheckupClaim, UnitPrice } from './model.js';

/** Reads 特定健診決済情報; never fails, missing parts are null. */
export function readCheckupClaim(root: XmlElement): CheckupClaim {
  const card = root.child('checkupCard');
  const settlement = root.child('settlement');
  return {
    at: root,
    serviceEventType: placedAttribute(root.descend('encounter', 'serviceEventType'), 'code'),
    subject: readSubject(root.child('subjectPerson')),
    ticket: readTicket(card),
    charges: readCharges(card),
    settlement,
    ...readSettlement(settlement),
    agencyResult: readAdjudication(root.child('agencyAdjudicationResult')),
    insurerResult: readAdjudication(root.child('insurerAdjudicationResult')),
  };
}

function readTicket(card: XmlElement | null): CheckupClaim['ticket'] {
  if (card === null) return null;
  return {
    at: card,
    number: placedAttribute(card.child('id'), 'extension'),
    expiry: placedAttribute(card.descend('effectiveTime', 'high'), 'value'),
  };
}

function readCharges(card: XmlElement | null): CheckupClaim['charges'] {
  const dock = card?.child('chargeTypeHumanDryDock') ?? null;
  return {
    basic: readCharge(card?.child('chargeTypeBasic') ?? null),
    detail: readCharge(card?.child('chargeTypeDetail') ?? null),
    other: readCharge(card?.child('chargeTypeOther') ?? null),
    dock,
    dockCopayment: readCharge(dock?.child('copayment') ?? null),
    dockLimit: readCharge(dock?.child('maxInsuranceLimit') ?? null),
  };
}

function readSettlement(settlement: XmlElement | null) {
  const part = (name: string) => settlement?.child(name) ?? null;
  return {
    claimType: placedAttribute(part('claimType'), 'code'),
    commissionType: placedAttribute(part('commissionType'), 'code'),
    unitPriceBasic: placedNumber(part('unitPriceBasic')?.child('amount') ?? null),
    unitPriceDetails: (settlement?.childrenNamed('unitPriceDetail') ?? []).map(readUnitPrice),
    unitPriceOthers: (settlement?.childrenNamed('unitPriceOther') ?? []).map(readUnitPrice),
    paymentForBasic: placedNumber(part('paymentForBasic')?.child('amount') ?? null),
    paymentForDetail: placedNumber(part('paymentForDetail')?.child('amount') ?? null),
    paymentForOther: placedNumber(part('paymentForOther')?.child('amount') ?? null),
    unitAmount: placedNumber(part('unitAmount')),
    paymentAmount: placedNumber(part('paymentAmount')),
    paymentByOtherProgram: placedNumber(part('paymentByOtherProgram')),
    claimAmount: placedNumber(part('claimAmount')),
  };
}

function readUnitPrice(price: XmlElement): UnitPrice {
  const observation = price.child('observation');
  return {
    at: price,
    amount: placedNumber(price.child('amount')),
    observation: placedCode(observation),
    hasObservation: observation !== null,
  };
}
