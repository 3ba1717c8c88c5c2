import type { XmlWriter } from '../xml/write-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { oids } from './oids.js';
import { type Placed, placedAttribute, placedNumber, type PlacedNumber, placedText } from './placed.js';

/** 被保険者証 in a claim (cc08, gc08); text as written. */
export interface InsuranceCard {
  readonly at: XmlElement;
  readonly insurerNumber: Placed<string> | null;
  readonly symbol: Placed<string> | null;
  readonly number: Placed<string> | null;
  readonly branchCode: Placed<string> | null;
}

/** The person of a claim; `address` is null in guidance claims, which hold the postal code alone. */
export interface ClaimSubject {
  readonly at: XmlElement;
  readonly providerNumber: Placed<string> | null;
  readonly insurance: InsuranceCard | null;
  readonly name: Placed<string> | null;
  readonly address: Placed<string> | null;
  readonly postalCode: Placed<string> | null;
  /** YYYYMMDD as written. */
  readonly birthDate: Placed<string> | null;
  readonly gender: Placed<string> | null;
}

/** 窓口負担: code of 別表6 with amount (yen) or rate (percent × 1000). */
export interface Charge {
  readonly at: XmlElement;
  readonly code: Placed<string> | null;
  readonly amount: PlacedNumber | null;
  readonly rate: PlacedNumber | null;
}

/** 処理結果 of the agency (reason 別表9) or the insurer (reason 別表10). */
export interface AdjudicationResult {
  readonly at: XmlElement;
  readonly interactionType: Placed<string> | null;
  /** YYYYMMDD as written. */
  readonly recordDate: Placed<string> | null;
  readonly reasonCode: Placed<string> | null;
  readonly text: Placed<string> | null;
}

/** The person of a claim to be written. */
export interface ClaimSubjectDraft {
  readonly providerNumber: string;
  readonly insurerNumber: string;
  readonly symbol: string | null;
  readonly number: string;
  readonly branchCode: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly postalCode: string;
  readonly birthDate: string;
  readonly gender: string;
}

/** 窓口負担 to be written: amount in yen for codes 2 and 4, rate in percent × 1000 for code 3. */
export interface ChargeDraft {
  readonly code: string;
  readonly amount?: number;
  readonly rate?: number;
}

export function readSubject(subject: XmlElement | null): ClaimSubject | null {
  if (subject === null) return null;
  const address = subject.child('addr');
  return {
    at: subject,
    providerNumber: placedAttribute(subject.descend('performerOrganization', 'id'), 'extension'),
    insurance: readCard(subject.child('insuranceCard')),
    name: placedText(subject.child('name')),
    address: placedText(address),
    postalCode: placedText(address?.child('postalCode') ?? null),
    birthDate: placedAttribute(subject.child('birthTime'), 'value'),
    gender: placedAttribute(subject.child('administrativeGender'), 'code'),
  };
}

function readCard(card: XmlElement | null): InsuranceCard | null {
  if (card === null) return null;
  return {
    at: card,
    insurerNumber: placedAttribute(card.child('insurerNumber'), 'extension'),
    symbol: placedAttribute(card.child('symbol'), 'extension'),
    number: placedAttribute(card.child('number'), 'extension'),
    branchCode: placedAttribute(card.child('branchCode'), 'extension'),
  };
}

export function readCharge(charge: XmlElement | null): Charge | null {
  if (charge === null) return null;
  return {
    at: charge,
    code: placedAttribute(charge, 'code'),
    amount: placedNumber(charge.child('amount')),
    rate: placedNumber(charge.child('rate')),
  };
}

export function readAdjudication(result: XmlElement | null): AdjudicationResult | null {
  if (result === null) return null;
  const reason = result.child('reason');
  return {
    at: result,
    interactionType: placedAttribute(result.child('interactionType'), 'code'),
    recordDate: placedAttribute(result.child('recordDate'), 'value'),
    reasonCode: placedAttribute(reason, 'code'),
    text: placedText(reason?.child('text') ?? null),
  };
}

export function writeSubject(writer: XmlWriter, subject: ClaimSubjectDraft): void {
  writer
    .open('subjectPerson')
    .open('performerOrganization')
    .leaf('id', { root: oids.providerNumber, extension: subject.providerNumber })
    .close()
    .open('insuranceCard')
    .leaf('insurerNumber', { root: oids.insurerNumber, extension: subject.insurerNumber });
  if (subject.symbol !== null) writer.leaf('symbol', { root: oids.symbol, extension: subject.symbol });
  writer.leaf('number', { root: oids.number, extension: subject.number });
  if (subject.branchCode !== null) {
    writer.leaf('branchCode', { root: oids.branch, extension: subject.branchCode });
  }
  writer.close().leaf('name', undefined, subject.name).open('addr');
  if (subject.address !== null) writer.text(subject.address);
  writer
    .leaf('postalCode', undefined, subject.postalCode)
    .close()
    .leaf('birthTime', { value: subject.birthDate })
    .leaf('administrativeGender', { code: subject.gender })
    .close();
}

export function writeCharge(writer: XmlWriter, name: string, charge: ChargeDraft): void {
  writer.open(name, { code: charge.code });
  if (charge.amount !== undefined) writer.leaf('amount', { value: sixDigits(charge.amount) });
  if (charge.rate !== undefined) writer.leaf('rate', { value: sixDigits(charge.rate) });
  writer.close();
}

/** Six digits, zero padded, as 窓口負担 amounts and rates are written. */
export function sixDigits(value: number): string {
  return String(value).padStart(6, '0');
}
