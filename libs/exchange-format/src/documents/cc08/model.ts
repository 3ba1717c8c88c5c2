import type { XmlElement } from '../../xml/xml-element.js';
import type {
  AdjudicationResult,
  Charge,
  ChargeDraft,
  ClaimSubject,
  ClaimSubjectDraft,
} from '../claim-parts.js';
import type { Placed, PlacedCode, PlacedNumber } from '../placed.js';

/** Unit price of one 詳細 item (code 別表8) or one 追加 item (17-digit code; none for 人間ドック). */
export interface UnitPrice {
  readonly at: XmlElement;
  readonly amount: PlacedNumber | null;
  readonly observation: PlacedCode | null;
  /** Whether an `observation` element stands, with or without a code. */
  readonly hasObservation: boolean;
}

/** 特定健診決済情報 (cc08) as read; amounts in yen; null = element or attribute missing. */
export interface CheckupClaim {
  readonly at: XmlElement;
  readonly serviceEventType: Placed<string> | null;
  readonly subject: ClaimSubject | null;
  /** 受診券; `at` is checkupCard. */
  readonly ticket: {
    readonly at: XmlElement;
    readonly number: Placed<string> | null;
    /** 有効期限, YYYYMMDD as written. */
    readonly expiry: Placed<string> | null;
  } | null;
  readonly charges: {
    readonly basic: Charge | null;
    readonly detail: Charge | null;
    readonly other: Charge | null;
    /** chargeTypeHumanDryDock stands (it may be empty). */
    readonly dock: XmlElement | null;
    readonly dockCopayment: Charge | null;
    readonly dockLimit: Charge | null;
  };
  readonly settlement: XmlElement | null;
  /** 請求区分 (別表7). */
  readonly claimType: Placed<string> | null;
  /** 委託料単価区分 (別表15). */
  readonly commissionType: Placed<string> | null;
  readonly unitPriceBasic: PlacedNumber | null;
  readonly unitPriceDetails: readonly UnitPrice[];
  readonly unitPriceOthers: readonly UnitPrice[];
  readonly paymentForBasic: PlacedNumber | null;
  readonly paymentForDetail: PlacedNumber | null;
  readonly paymentForOther: PlacedNumber | null;
  readonly unitAmount: PlacedNumber | null;
  readonly paymentAmount: PlacedNumber | null;
  readonly paymentByOtherProgram: PlacedNumber | null;
  readonly claimAmount: PlacedNumber | null;
  readonly agencyResult: AdjudicationResult | null;
  readonly insurerResult: AdjudicationResult | null;
}

/** What {@link writeCheckupClaim} needs; yen; parts the 請求区分 does not use are null or empty. */
export interface CheckupClaimDraft {
  readonly subject: ClaimSubjectDraft;
  readonly ticketNumber: string | null;
  readonly ticketExpiry: string | null;
  readonly chargeBasic: ChargeDraft | null;
  readonly chargeDetail: ChargeDraft | null;
  readonly chargeOther: ChargeDraft | null;
  readonly dockCopayment: ChargeDraft | null;
  readonly dockLimit: ChargeDraft | null;
  readonly claimType: string;
  readonly commissionType: string;
  readonly unitPriceBasic: number | null;
  readonly unitPriceDetails: readonly { readonly code: string; readonly amount: number }[];
  readonly unitPriceOthers: readonly { readonly code: string | null; readonly amount: number }[];
  readonly paymentForBasic: number | null;
  readonly paymentForDetail: number | null;
  readonly paymentForOther: number | null;
  readonly unitAmount: number;
  readonly paymentAmount: number;
  readonly paymentByOtherProgram: number | null;
  readonly claimAmount: number;
}
