const arc = '1.2.392.200119.6';

/** Object identifiers of the exchange format (OID表). */
export const oids = {
  insurerNumber: `${arc}.101`,
  providerNumber: `${arc}.102`,
  agencyNumber: `${arc}.103`,
  localGovernment: `${arc}.105`,
  symbol: `${arc}.204`,
  number: `${arc}.205`,
  qualification: `${arc}.206`,
  ticketKind: `${arc}.208`,
  checkupTicket: `${arc}.209`,
  guidanceTicket: `${arc}.210`,
  branch: `${arc}.211`,
  partyId: `${arc}.299`,
  reportCode: `${arc}.1001`,
  programme: `${arc}.1002`,
  checkupItem: `${arc}.1005`,
  guidanceItem: `${arc}.1006`,
  method: `${arc}.1007`,
  template: `${arc}.1009`,
  section: `${arc}.1010`,
  gender: `${arc}.1104`,
  localItem: `${arc}.1205`,
  supportForm: `${arc}.24010`,
  implementer: `${arc}.3020`,
  interpretation: '2.16.840.1.113883.5.83',
  confidentiality: '2.16.840.1.113883.5.25',
  cdaType: '2.16.840.1.113883.1.3',
} as const;

/** Namespace of ix, su, cc and gc in 第4期 (V4). */
export const v4Namespace = 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html';
/** Namespace of ix, su, cc and gc up to 第3期. */
export const v3Namespace = 'http://tokuteikenshin.jp/checkup/2007';
/** Namespace of hc and hg (HL7 CDA R2), the same in all generations. */
export const cdaNamespace = 'urn:hl7-org:v3';
