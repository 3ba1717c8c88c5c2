import type { XmlElement } from '../../xml/xml-element.js';
import { readAdjudication, readCharge, readSubject } from '../claim-parts.js';
import { placedAttribute, placedNumber } from '../placed.js';
import type { GuidanceClaim } from './model.js';

/** Reads 特定保健指導決済情報; never fails, missing parts are null. */
export function readGuidanceClaim(root: XmlElement): GuidanceClaim {
  const encounter = root.child('encounter');
  const settlement = root.child('settlement');
  const part = (name: string) => settlement?.child(name) ?? null;
  return {
    at: root,
    serviceEventType: placedAttribute(encounter?.child('serviceEventType') ?? null, 'code'),
    guidanceLevel: placedAttribute(encounter?.child('guidanceLevel') ?? null, 'code'),
    guidanceTiming: placedAttribute(encounter?.child('guidanceTiming') ?? null, 'code'),
    subject: readSubject(root.child('subjectPerson')),
    ticket: readTicket(root.child('healthGuidanceCard')),
    settlement,
    unitPrice: placedNumber(part('unitPrice')?.child('amount') ?? null),
    paymentRate: placedNumber(part('paymentRate')),
    pointCountCompleted: placedNumber(part('pointCountCompleted')),
    pointCountIntended: placedNumber(part('pointCountIntended')),
    calculatedAmount: placedNumber(part('calculatedAmount')),
    paymentStatus: placedAttribute(part('payment')?.child('status') ?? null, 'code'),
    paymentAmount: placedNumber(part('payment')?.child('amount') ?? null),
    claimAmount: placedNumber(part('claimAmount')),
    agencyResult: readAdjudication(root.child('agencyAdjudicationResult')),
    insurerResult: readAdjudication(root.child('insurerAdjudicationResult')),
  };
}

function readTicket(card: XmlElement | null): GuidanceClaim['ticket'] {
  if (card === null) return null;
  return {
    at: card,
    number: placedAttribute(card.child('id'), 'extension'),
    checkupTicketNumber: placedAttribute(card.child('checkupCardId'), 'extension'),
    expiry: placedAttribute(card.descend('effectiveTime', 'high'), 'value'),
    copayment: readCharge(card.child('copayment')),
    maxInsuranceLimit: readCharge(card.child('maxInsuranceLimit')),
  };
}
