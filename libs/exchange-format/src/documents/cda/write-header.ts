import type { XmlWriter } from '../../xml/write-xml.js';
import { xsiNamespace } from '../../xml/xml-names.js';
import { cdaNamespace, oids } from '../oids.js';

/** 機関 to be written. */
export interface CdaOrganizationDraft {
  readonly number: string;
  readonly name: string;
  /** Digits and hyphens; `tel:` is put before them. */
  readonly telephone: string;
  readonly address: string;
  readonly postalCode: string;
}

/** 受診券 or 利用券 to be written. */
export interface CdaTicketDraft {
  /** 券面種別: 1 受診券, 2 利用券. */
  readonly kind: '1' | '2';
  readonly number: string;
  readonly expiry: string;
  readonly insurerNumber: string;
}

/** Header of hc08 and hg08 to be written; dates are YYYYMMDD. */
export interface CdaHeaderDraft {
  readonly reportCode: string;
  readonly creationDate: string;
  readonly patient: {
    readonly insurerNumber: string;
    readonly symbol: string | null;
    readonly number: string;
    readonly branch: string | null;
    readonly name: string;
    readonly gender: string;
    readonly birthDate: string;
    /** null in guidance documents, which hold the postal code alone. */
    readonly address: string | null;
    readonly postalCode: string;
  };
  readonly author: CdaOrganizationDraft;
  readonly tickets: readonly CdaTicketDraft[];
  readonly programme: string;
  readonly serviceDate: string;
  readonly performer: CdaOrganizationDraft;
}

/** Opens ClinicalDocument and writes everything before the body; the caller closes the root. */
export function writeHeader(writer: XmlWriter, draft: CdaHeaderDraft): void {
  writer
    .open('ClinicalDocument', { xmlns: cdaNamespace, 'xmlns:xsi': xsiNamespace })
    .leaf('typeId', { root: oids.cdaType, extension: 'POCD_HD000040' })
    .leaf('id', { nullFlavor: 'NI' })
    .leaf('code', { code: draft.reportCode, codeSystem: oids.reportCode })
    .leaf('effectiveTime', { value: draft.creationDate })
    .leaf('confidentialityCode', { code: 'N' });
  writePatient(writer, draft.patient);
  writer
    .open('author')
    .leaf('time', { value: draft.creationDate })
    .open('assignedAuthor')
    .leaf('id', { nullFlavor: 'NI' });
  writeOrganization(writer, draft.author);
  writer.close().close();
  writer
    .open('custodian')
    .open('assignedCustodian')
    .open('representedCustodianOrganization')
    .leaf('id', { nullFlavor: 'NI' })
    .close()
    .close()
    .close();
  for (const ticket of draft.tickets) writeTicket(writer, ticket);
  writeServiceEvent(writer, draft);
}

function writePatient(writer: XmlWriter, patient: CdaHeaderDraft['patient']): void {
  writer
    .open('recordTarget')
    .open('patientRole')
    .leaf('id', { root: oids.insurerNumber, extension: patient.insurerNumber });
  if (patient.symbol !== null) writer.leaf('id', { root: oids.symbol, extension: patient.symbol });
  writer.leaf('id', { root: oids.number, extension: patient.number });
  if (patient.branch !== null) writer.leaf('id', { root: oids.branch, extension: patient.branch });
  writer.open('addr');
  if (patient.address !== null) writer.text(patient.address);
  writer
    .leaf('postalCode', undefined, patient.postalCode)
    .close()
    .open('patient')
    .leaf('name', undefined, patient.name)
    .leaf('administrativeGenderCode', { code: patient.gender, codeSystem: oids.gender })
    .leaf('birthTime', { value: patient.birthDate })
    .close()
    .close()
    .close();
}

function writeOrganization(writer: XmlWriter, organization: CdaOrganizationDraft): void {
  writer
    .open('representedOrganization')
    .leaf('id', { root: oids.providerNumber, extension: organization.number })
    .leaf('name', undefined, organization.name)
    .leaf('telecom', { value: `tel:${organization.telephone}` })
    .open('addr')
    .text(organization.address)
    .leaf('postalCode', undefined, organization.postalCode)
    .close()
    .close();
}

function writeTicket(writer: XmlWriter, ticket: CdaTicketDraft): void {
  const root = ticket.kind === '1' ? oids.checkupTicket : oids.guidanceTicket;
  writer
    .open('participant', { typeCode: 'HLD' })
    .leaf('functionCode', { code: ticket.kind, codeSystem: oids.ticketKind })
    .open('time')
    .leaf('high', { value: ticket.expiry })
    .close()
    .open('associatedEntity', { classCode: 'IDENT' })
    .leaf('id', { root: `${root}.1${ticket.insurerNumber}`, extension: ticket.number })
    .open('scopingOrganization')
    .leaf('id', { root: oids.insurerNumber, extension: ticket.insurerNumber })
    .close()
    .close()
    .close();
}

function writeServiceEvent(writer: XmlWriter, draft: CdaHeaderDraft): void {
  writer
    .open('documentationOf')
    .open('serviceEvent')
    .leaf('code', { code: draft.programme, codeSystem: oids.programme })
    .leaf('effectiveTime', { value: draft.serviceDate })
    .open('performer', { typeCode: 'PRF' })
    .open('assignedEntity')
    .leaf('id', { nullFlavor: 'NI' });
  writeOrganization(writer, draft.performer);
  writer.close().close().close().close();
}
