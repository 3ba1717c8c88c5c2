import type { XmlElement } from '../../xml/xml-element.js';
import type {
  AdjudicationResult,
  Charge,
  ChargeDraft,
  ClaimSubject,
  ClaimSubjectDraft,
} from '../claim-parts.js';
import type { Placed, PlacedNumber } from '../placed.js';

/** 特定保健指導決済情報 (gc08) as read; amounts in yen; null = element or attribute missing. */
export interface GuidanceClaim {
  readonly at: XmlElement;
  readonly serviceEventType: Placed<string> | null;
  /** 保健指導区分 (別表12). */
  readonly guidanceLevel: Placed<string> | null;
  /** 実施時点 (別表11). */
  readonly guidanceTiming: Placed<string> | null;
  readonly subject: ClaimSubject | null;
  /** 利用券; `at` is healthGuidanceCard. */
  readonly ticket: {
    readonly at: XmlElement;
    readonly number: Placed<string> | null;
    readonly checkupTicketNumber: Placed<string> | null;
    /** 有効期限, YYYYMMDD as written. */
    readonly expiry: Placed<string> | null;
    readonly copayment: Charge | null;
    readonly maxInsuranceLimit: Charge | null;
  } | null;
  readonly settlement: XmlElement | null;
  readonly unitPrice: PlacedNumber | null;
  /** 支払割合 in percent. */
  readonly paymentRate: PlacedNumber | null;
  readonly pointCountCompleted: PlacedNumber | null;
  readonly pointCountIntended: PlacedNumber | null;
  readonly calculatedAmount: PlacedNumber | null;
  /** 窓口負担徴収 (別表14). */
  readonly paymentStatus: Placed<string> | null;
  readonly paymentAmount: PlacedNumber | null;
  readonly claimAmount: PlacedNumber | null;
  readonly agencyResult: AdjudicationResult | null;
  readonly insurerResult: AdjudicationResult | null;
}

/** What {@link writeGuidanceClaim} needs; yen, percent, points. */
export interface GuidanceClaimDraft {
  readonly guidanceLevel: string;
  readonly guidanceTiming: string;
  /** `address` is not written: guidance claims hold the postal code alone. */
  readonly subject: ClaimSubjectDraft;
  readonly ticketNumber: string | null;
  readonly checkupTicketNumber: string | null;
  readonly ticketExpiry: string | null;
  readonly copayment: ChargeDraft | null;
  readonly maxInsuranceLimit: ChargeDraft | null;
  readonly unitPrice: number;
  readonly paymentRate: number;
  readonly pointCountCompleted: number | null;
  readonly pointCountIntended: number | null;
  readonly calculatedAmount: number;
  readonly paymentStatus: string;
  readonly paymentAmount: number;
  readonly claimAmount: number;
}
