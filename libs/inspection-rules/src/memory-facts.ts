import type { CalendarDate } from '@daiko/exchange-format';
import type { DetailCode } from './detail-groups.js';
import type { MemoryPlaces } from './memory-places.js';
import type { Circumstances } from './setting-scope.js';

/** What a copayment or a price is for; `guidance` of guidance claims alone. */
export type ChargePart = 'basic' | 'detail' | 'other' | 'dock' | 'guidance';

/** 窓口負担 as a claim names it. */
export interface ChargeFacts {
  readonly part: ChargePart;
  /** 別表6; '' where missing. */
  readonly code: string;
  /** Yen; null where none is written. */
  readonly amountYen: number | null;
  /** Thousandths of a percent, 100,000 = all; null where none is written. */
  readonly rate: number | null;
  /** 保険者負担上限額, yen. */
  readonly limitYen: number | null;
  readonly line: number;
  /** Path below the root of the claim. */
  readonly path: string;
}

/** 単価 as a claim names it. */
export interface PriceFacts {
  readonly part: ChargePart;
  /** 別表8 of a detail, 17 digits of an additional item; null where the price has none. */
  readonly code: string | null;
  readonly yen: number | null;
  readonly line: number;
  /** Path below the root of the claim. */
  readonly path: string;
}

/** A group of 詳細な健診 that was done as such. */
export interface DetailFacts {
  readonly code: DetailCode;
  /** 対象者; '' without. */
  readonly subject: string;
}

/** Values of a checkup that later checks compare with; null and '' where not recorded. Sensitive: sealed where kept. */
export interface CheckupValues {
  readonly height: number | null;
  readonly weight: number | null;
  readonly bmi: number | null;
  readonly waist: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly triglyceride: number | null;
  readonly hdl: number | null;
  /** LDL, measured or computed, else Non-HDL. */
  readonly ldl: number | null;
  readonly glucose: number | null;
  readonly glucoseFasting: number | null;
  readonly hba1c: number | null;
  readonly smoking: string;
  /** 保健指導レベル: 1 積極的, 2 動機付け, 3 なし, 4 判定不能. */
  readonly level: string;
  /** 服薬: some answer is yes. */
  readonly isMedicated: boolean;
}

/** Values of a guidance record that are compared with its checkup or with later ones. Sensitive: sealed where kept. */
export interface GuidanceValues {
  readonly reportCode: string;
  readonly firstDate: CalendarDate | null;
  readonly waist: number | null;
  readonly weight: number | null;
  /** 腹囲・体重の改善 1042001044; '' without a value. */
  readonly body: string;
  /** 喫煙習慣の改善 1042001043; '' without a value. */
  readonly smoking: string;
  /** 指導機関情報 (90080) tells of other institutions. */
  readonly isHandedOver: boolean;
  /** 実施ポイント合計. */
  readonly completedPoints: number | null;
  /** Where 1042001044 and 1042001043 stand in the result. */
  readonly bodyPlace: { readonly line: number; readonly xpath: string } | null;
  readonly smokingPlace: { readonly line: number; readonly xpath: string } | null;
}

/** What rules with memory (L7, L8) know of a record when its documents are gone: plain data. Sensitive: lives in memory only. */
export interface MemoryFacts {
  readonly isGuidance: boolean;
  readonly circumstances: Circumstances;
  readonly insurerNumber: string | null;
  /** 健診・保健指導機関番号. */
  readonly institutionNumber: string | null;
  /** Sensitive: as written in the claim. */
  readonly name: string;
  readonly programme: string;
  readonly serviceDate: CalendarDate | null;
  /** Of the record itself, or the one a guidance record names. */
  readonly checkupDate: CalendarDate | null;
  readonly birthDate: CalendarDate | null;
  /** 受診券, or 利用券 of guidance. */
  readonly ticketNumber: string | null;
  /** 受診券 that a guidance claim names. */
  readonly checkupTicketNumber: string | null;
  readonly ticketExpiry: CalendarDate | null;
  /** 請求区分; '' of guidance. */
  readonly claimType: string;
  /** 委託料単価区分; '' of guidance. */
  readonly commissionType: string;
  /** 実施時点 (別表11); '' of checkups. */
  readonly timing: string;
  /** 保健指導区分 of the claim; '' of checkups. */
  readonly level: string;
  readonly charges: readonly ChargeFacts[];
  readonly prices: readonly PriceFacts[];
  /** Guidance: 支払割合 in percent. */
  readonly paymentRate: number | null;
  /** Guidance: 算定金額, yen. */
  readonly calculatedYen: number | null;
  readonly unitYen: number | null;
  readonly copaymentYen: number | null;
  readonly claimYen: number | null;
  readonly details: readonly DetailFacts[];
  /** Codes of 任意追加項目 that have a value, 17 digits. */
  readonly additionalItems: readonly string[];
  readonly checkup: CheckupValues | null;
  readonly guidance: GuidanceValues | null;
  readonly places: MemoryPlaces;
}
