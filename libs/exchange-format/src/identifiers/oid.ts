/** Root of the object identifiers (OID) of the exchange standard. */
export const OID_BASE = '1.2.392.200119.6';

/** OIDs of identifiers (識別子), by what they name. */
export const IDENTIFIER_OID = {
  /** 保険者番号 */
  insurer: `${OID_BASE}.101`,
  /** 健診・保健指導機関番号 */
  provider: `${OID_BASE}.102`,
  /** 代行機関番号 */
  agency: `${OID_BASE}.103`,
  /** 国・支払基金区分 */
  nationalBody: `${OID_BASE}.104`,
  /** 地方公共団体コード */
  municipality: `${OID_BASE}.105`,
  /** 健診情報整理番号 1 to 5, for reports to the state */
  reportNumber1: `${OID_BASE}.202`,
  reportNumber2: `${OID_BASE}.203`,
  reportNumber3: `${OID_BASE}.900`,
  reportNumber4: `${OID_BASE}.18010`,
  reportNumber5: `${OID_BASE}.18020`,
  /** 被保険者記号 */
  insuredSymbol: `${OID_BASE}.204`,
  /** 被保険者番号 */
  insuredNumber: `${OID_BASE}.205`,
  /** 資格区分コード */
  entitlement: `${OID_BASE}.206`,
  /** 券面種別 */
  ticketFace: `${OID_BASE}.208`,
  /** 受診券整理番号 */
  checkupTicket: `${OID_BASE}.209`,
  /** 利用券整理番号 */
  guidanceTicket: `${OID_BASE}.210`,
  /** 被保険者証等枝番 */
  insuredBranch: `${OID_BASE}.211`,
  /** 保険者間提供: 保険者番号, 記号, 番号, 枝番 */
  downloadInsurer: `${OID_BASE}.212`,
  downloadSymbol: `${OID_BASE}.213`,
  downloadNumber: `${OID_BASE}.214`,
  downloadBranch: `${OID_BASE}.215`,
  /** 当事者間固有の利用者ID */
  agreedPerson: `${OID_BASE}.299`,
} as const;

/**
 * OID of a ticket number inside hc/hg: the insurer's number is its last arc, behind a literal 1
 * (an arc must not begin with 0).
 */
export function ticketOid(ticket: 'checkup' | 'guidance', insurerNumber: string): string {
  const root = ticket === 'checkup' ? IDENTIFIER_OID.checkupTicket : IDENTIFIER_OID.guidanceTicket;
  return `${root}.1${insurerNumber}`;
}

/** Reads such an OID back; null for any other. The insurer's number is padded to 8 digits. */
export function parseTicketOid(
  oid: string,
): { readonly ticket: 'checkup' | 'guidance'; readonly insurerNumber: string } | null {
  const match = /^1\.2\.392\.200119\.6\.(209|210)\.1([0-9]{1,8})$/.exec(oid);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return {
    ticket: match[1] === '209' ? 'checkup' : 'guidance',
    insurerNumber: match[2].padStart(8, '0'),
  };
}
