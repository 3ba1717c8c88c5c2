import type { CalendarDate } from '@daiko/exchange-format';

/**
 * What the masters (台帳, マスタ) of its insurer say of one record: plain data, looked up before the rules run.
 * `none` where the insurer supplied no such master; its rules are silent then. Holds no name, number or birth date:
 * whether a row is of the person of the record was compared by keyed digests.
 */
export interface RecordMasters {
  /** 受診券発行台帳. */
  readonly tickets: 'none' | TicketMaster;
  /** 被保険者マスタ. */
  readonly members: 'none' | MemberMaster;
  /** 健診等契約マスタ. */
  readonly contracts: 'none' | ContractMaster;
  /** Whom the agency works for and with; `none` where its directory of partners is not said to be complete. */
  readonly partners: 'none' | PartnerFacts;
}

/** Which import of a master was asked. */
export interface MasterVersion {
  readonly importId: string;
  /** Day (JST) on which the insurer's file was imported. */
  readonly importedOn: CalendarDate;
}

export interface TicketMaster extends MasterVersion {
  /** The row of the record's ticket number; null where the record has none or the number is not in the master. */
  readonly ticket: TicketRow | null;
  /** The insurer sends its 受診券 only: not one 利用券 or セット券 is in the master, so none can be missed (T010). */
  readonly lacksGuidanceTickets?: boolean;
}

/** 受診券・利用券 as issued. */
export interface TicketRow {
  /** Issued to the person of the record (記号・番号, birth, sex). */
  readonly isOfPerson: boolean;
  /** 有効期限. */
  readonly expiry: CalendarDate;
  readonly state: 'valid' | 'cancelled' | 'reissued';
  /** 整理番号 that took its place; null when none did. */
  readonly successor: string | null;
  /** 窓口負担 by kind; null: the ticket cannot be used for that kind. */
  readonly copayments: Readonly<Record<CopaymentKind, CopaymentTerms | null>>;
}

/** What a copayment is for; `guidance` of 利用券 alone. */
export type CopaymentKind = 'basic' | 'detail' | 'other' | 'dock' | 'guidance';

/** 窓口負担の条件 (別表6): 1 nothing, 2 an amount, 3 a rate, 4 what is above the insurer's amount. */
export interface CopaymentTerms {
  readonly code: '1' | '2' | '3' | '4';
  /** Yen; null unless the code is 2 or 4. */
  readonly amountYen: number | null;
  /** Thousandths of a percent, 100,000 = all; null unless the code is 3. */
  readonly rate: number | null;
  /** 保険者負担上限額, yen; of ドック and guidance. */
  readonly limitYen: number | null;
}

export interface MemberMaster extends MasterVersion {
  /** Rows of the record's 記号・番号: the family. */
  readonly rows: readonly MemberRow[];
}

/** One person's time with the insurer. */
export interface MemberRow {
  /** Same 記号・番号・枝番, birth and sex. */
  readonly isSamePerson: boolean;
  /** Same name, birth and sex. */
  readonly isSameName: boolean;
  readonly validFrom: CalendarDate;
  /** Last day with cover; null while it lasts. */
  readonly validTo: CalendarDate | null;
  /** 続柄: of the insured themselves, or of their family. */
  readonly relation: 'self' | 'family';
}

export interface ContractMaster extends MasterVersion {
  /** Contracts of the insurer with the institution of the record or its 取りまとめ団体, of the record's kind, any time. */
  readonly contracts: readonly ContractRow[];
}

/** One contract (契約) and what it pays. */
export interface ContractRow {
  readonly contractNumber: string;
  readonly validFrom: CalendarDate;
  /** Last day; null while it lasts. */
  readonly validTo: CalendarDate | null;
  readonly prices: readonly ContractPrice[];
}

/** One price of a contract, yen with tax. */
export interface ContractPrice {
  /** 委託料単価区分: 1 individual, 2 group; null for both and for guidance. */
  readonly commissionType: '1' | '2' | null;
  readonly part: 'basic' | 'detail' | 'other' | 'dock' | 'motivational' | 'active';
  /** 別表8 of a detail, 17 digits of an additional item; null of the others. */
  readonly code: string | null;
  readonly priceYen: number;
}

export interface PartnerFacts {
  /** The insurer is registered with this agency. */
  readonly isInsurerKnown: boolean;
  /** The institution is registered, or a registered body may act for it. */
  readonly isInstitutionKnown: boolean;
}

/** Masters of a record whose insurer supplied nothing. */
export const noMasters: RecordMasters = {
  tickets: 'none',
  members: 'none',
  contracts: 'none',
  partners: 'none',
};
