import type { XmlElement } from '../../xml/xml-element.js';
import type { Placed, PlacedNumber } from '../placed.js';

/** 決済情報集計 (su08) as read; amounts in yen; null = element missing. */
export interface SummaryFile {
  readonly at: XmlElement;
  /** 実施区分 (別表3). */
  readonly serviceEventType: Placed<string> | null;
  /** 受診者・利用者の総数. */
  readonly totalSubjectCount: PlacedNumber | null;
  /** 単価総計 (checkup) or 算定金額総計 (guidance). */
  readonly totalCostAmount: PlacedNumber | null;
  readonly totalPaymentAmount: PlacedNumber | null;
  readonly totalPaymentByOtherProgram: PlacedNumber | null;
  readonly totalClaimAmount: PlacedNumber | null;
}

/** What {@link writeSummary} needs; yen. A null other-programme amount is left out of the file. */
export interface SummaryDraft {
  readonly serviceEventType: string;
  readonly totalSubjectCount: number;
  readonly totalCostAmount: number;
  readonly totalPaymentAmount: number;
  readonly totalPaymentByOtherProgram: number | null;
  readonly totalClaimAmount: number;
}
