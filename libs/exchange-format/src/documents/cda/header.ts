import type { XmlElement } from '../../xml/xml-element.js';
import { oids } from '../oids.js';
import { type Placed, placedAttribute, type PlacedCode, placedCode, placedText } from '../placed.js';

/** An `id` of the header: number with its number system. */
export interface CdaId extends Placed<string> {
  readonly root: string;
}

/** The person of a result document. Ids by root; the first of each root counts, `ids` holds all. */
export interface CdaPatient {
  readonly at: XmlElement;
  readonly ids: readonly CdaId[];
  readonly insurerNumber: CdaId | null;
  readonly symbol: CdaId | null;
  readonly number: CdaId | null;
  readonly branch: CdaId | null;
  readonly qualification: CdaId | null;
  readonly name: Placed<string> | null;
  readonly gender: PlacedCode | null;
  /** YYYYMMDD as written. */
  readonly birthDate: Placed<string> | null;
  readonly address: Placed<string> | null;
  readonly postalCode: Placed<string> | null;
}

/** 機関 as author or performer. */
export interface CdaOrganization {
  readonly at: XmlElement;
  readonly number: CdaId | null;
  readonly name: Placed<string> | null;
  readonly telecom: Placed<string> | null;
  readonly address: Placed<string> | null;
  readonly postalCode: Placed<string> | null;
}

/** 受診券 (kind 1) or 利用券 (kind 2) in a `participant`. */
export interface CdaTicket {
  readonly at: XmlElement;
  /** 券面種別. */
  readonly kind: PlacedCode | null;
  /** 整理番号; `root` is `.209.1` or `.210.1` followed by the insurer number. */
  readonly number: CdaId | null;
  /** 有効期限, YYYYMMDD as written. */
  readonly expiry: Placed<string> | null;
  /** 保険者番号 inside the root of the number, '' when the root has another form. */
  readonly insurerNumberInRoot: string;
  /** 保険者番号 of the issuing insurer. */
  readonly insurerNumber: CdaId | null;
}

/** documentationOf/serviceEvent. */
export interface CdaServiceEvent {
  readonly at: XmlElement;
  /** プログラム種別. */
  readonly code: PlacedCode | null;
  /** 実施年月日, YYYYMMDD as written. */
  readonly date: Placed<string> | null;
  readonly performer: CdaOrganization | null;
}

/** Header of hc08 and hg08; null = missing. */
export interface CdaHeader {
  readonly at: XmlElement;
  /** 報告区分. */
  readonly reportCode: PlacedCode | null;
  /** ファイル作成日, YYYYMMDD as written. */
  readonly creationDate: Placed<string> | null;
  readonly recordTargets: readonly XmlElement[];
  readonly patient: CdaPatient | null;
  readonly authorDate: Placed<string> | null;
  readonly authorOrganization: CdaOrganization | null;
  readonly tickets: readonly CdaTicket[];
  readonly checkupTicket: CdaTicket | null;
  readonly guidanceTicket: CdaTicket | null;
  readonly serviceEvents: readonly CdaServiceEvent[];
  readonly serviceEvent: CdaServiceEvent | null;
}

export function readHeader(root: XmlElement): CdaHeader {
  const recordTargets = root.childrenNamed('recordTarget');
  const tickets = root
    .childrenNamed('participant')
    .filter((participant) => participant.attribute('typeCode') === 'HLD')
    .map(readTicket);
  const serviceEvents = root.childrenNamed('documentationOf').flatMap((documentation) => {
    const event = documentation.child('serviceEvent');
    return event === null ? [] : [readServiceEvent(event)];
  });
  const author = root.child('author');
  return {
    at: root,
    reportCode: placedCode(root.child('code')),
    creationDate: placedAttribute(root.child('effectiveTime'), 'value'),
    recordTargets,
    patient: readPatient(recordTargets[0]?.child('patientRole') ?? null),
    authorDate: placedAttribute(author?.child('time') ?? null, 'value'),
    authorOrganization: readOrganization(
      author?.descend('assignedAuthor', 'representedOrganization') ?? null,
    ),
    tickets,
    checkupTicket: tickets.find((ticket) => ticket.kind?.value === '1') ?? null,
    guidanceTicket: tickets.find((ticket) => ticket.kind?.value === '2') ?? null,
    serviceEvents,
    serviceEvent: serviceEvents[0] ?? null,
  };
}

function readPatient(role: XmlElement | null): CdaPatient | null {
  if (role === null) return null;
  const ids = role.childrenNamed('id').map(readId);
  const withRoot = (root: string) => ids.find((id) => id.root === root) ?? null;
  const patient = role.child('patient');
  const address = role.child('addr');
  return {
    at: role,
    ids,
    insurerNumber: withRoot(oids.insurerNumber),
    symbol: withRoot(oids.symbol),
    number: withRoot(oids.number),
    branch: withRoot(oids.branch),
    qualification: withRoot(oids.qualification),
    name: placedText(patient?.child('name') ?? null),
    gender: placedCode(patient?.child('administrativeGenderCode') ?? null),
    birthDate: placedAttribute(patient?.child('birthTime') ?? null, 'value'),
    address: placedAddress(address),
    postalCode: placedText(address?.child('postalCode') ?? null),
  };
}

/** An address is written as text or in parts such as streetAddressLine. */
function placedAddress(address: XmlElement | null): Placed<string> | null {
  const written = placedText(address);
  if (written === null || written.value !== '') return written;
  const parts = written.at.children
    .filter(({ name }) => name !== 'postalCode')
    .map(({ text }) => text.trim());
  return { ...written, value: parts.join('') };
}

function readTicket(participant: XmlElement): CdaTicket {
  const entity = participant.child('associatedEntity');
  const id = entity?.child('id') ?? null;
  const issuer = entity?.descend('scopingOrganization', 'id') ?? null;
  const number = id === null ? null : readId(id);
  return {
    at: participant,
    kind: placedCode(participant.child('functionCode')),
    number,
    expiry: placedAttribute(participant.descend('time', 'high'), 'value'),
    insurerNumberInRoot: insurerNumberIn(number?.root ?? ''),
    insurerNumber: issuer === null ? null : readId(issuer),
  };
}

// The insurer number stands behind a literal 1, which keeps its leading zeros legal in an OID.
function insurerNumberIn(root: string): string {
  for (const ticket of [oids.checkupTicket, oids.guidanceTicket]) {
    if (root.startsWith(`${ticket}.1`)) return root.slice(ticket.length + 2);
  }
  return '';
}

function readServiceEvent(event: XmlElement): CdaServiceEvent {
  const performer = event.child('performer');
  const time = event.child('effectiveTime');
  return {
    at: event,
    code: placedCode(event.child('code')),
    date: placedAttribute(time, 'value') ?? placedAttribute(time?.child('low') ?? null, 'value'),
    performer: readOrganization(performer?.descend('assignedEntity', 'representedOrganization') ?? null),
  };
}

function readOrganization(organization: XmlElement | null): CdaOrganization | null {
  if (organization === null) return null;
  const id = organization.child('id');
  const address = organization.child('addr');
  return {
    at: organization,
    number: id === null ? null : readId(id),
    name: placedText(organization.child('name')),
    telecom: placedAttribute(organization.child('telecom'), 'value'),
    address: placedAddress(address),
    postalCode: placedText(address?.child('postalCode') ?? null),
  };
}

function readId(id: XmlElement): CdaId {
  return { value: id.attribute('extension') ?? '', root: id.attribute('root') ?? '', at: id };
}
