import {
  type ArchiveLimits,
  DEFAULT_ARCHIVE_LIMITS,
  defaultXmlLimits,
  exchangeKinds,
  ownSchemaSet,
  type SchemaSet,
  type XmlLimits,
} from '@daiko/exchange-format';
import type { Severity } from '@daiko/contracts';
import type { ReturnReason } from './finding.js';
import type { InsurerTerms, TermsChange } from './insurer-terms.js';
import type { InsurerGroups, SettingScope } from './setting-scope.js';

/** Lowest and highest value that can be true. */
export type Band = readonly [min: number, max: number];

/** A rule's severity, or `off`, for those whom the scope names. */
export interface SeverityChange extends SettingScope {
  readonly rule: string;
  readonly severity: Severity | 'off';
}

/** Everything a verdict depends on beside the bytes and the date. `version` names the whole but for the schemas. */
export interface InspectionSettings {
  readonly version: string;
  /** 代行機関番号 of this agency; '' when not known, then A013 is not checked. */
  readonly agencyNumber: string;
  readonly limits: ArchiveLimits;
  readonly xmlLimits: XmlLimits;
  /** Schemas by which every document is judged (X007): our own, or those that the operator has imported. */
  readonly schemas: SchemaSet;
  /** Default severities replaced, by rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Severities of one insurer, group, kind or period; stronger than `severities`. */
  readonly severityChanges: readonly SeverityChange[];
  /** Names that scopes may use for several insurers. */
  readonly insurerGroups: InsurerGroups;
  /** Terms of every insurer, where they differ from the defaults. */
  readonly terms: Partial<InsurerTerms>;
  /** Terms of one insurer, group, kind or period. */
  readonly insurerTerms: readonly TermsChange[];
  /** 締日: day of the month after which an archive belongs to the next cycle; null when the agency has none. */
  readonly cutOffDay: number | null;
  /** 種別 that are judged (別表1); which of them an archive may be its sender and receiver decide. */
  readonly interactionTypes: readonly string[];
  /** Findings kept of one record or archive. */
  readonly findingsMax: number;
  /** 返戻理由 of a mandatory item that is not there, and of one recorded as 未実施 or 測定不可能. */
  readonly missingItemReasons: { readonly absent: ReturnReason; readonly notDone: ReturnReason };
  /** Units taken for the one of the table, by that unit; they warn instead of returning. */
  readonly unitAliases: Readonly<Record<string, readonly string[]>>;
  /** Bands of plausible results by item set of `item-codes.ts`. */
  readonly plausibleBands: Readonly<Record<string, Band>>;
  /** Rates (percent) a guidance claim may carry at all. */
  readonly paymentRates: readonly number[];
  /** Days from first interview to 実績評価 instead of three calendar months; null = the months. */
  readonly evaluationDays: number | null;
  /** T025: days after which a master of an insurer is too old to return records by. */
  readonly masterDaysMax: number;
  /** I003, I020: the agency's list of partners names every insurer and institution there is. */
  readonly isPartnerListComplete: boolean;
  /** Statistics (L9): checkups of an institution, and values of one measure, from which they are judged. */
  readonly statistics: { readonly recordsMin: number; readonly valuesMin: number };
}

/** Version of the defaults below; changes whenever one of them does. */
export const DEFAULT_SETTINGS_VERSION = 'default-3';

/** The house's settings: severities of the catalogue, limits of the archive reader, bands of V015. */
export function defaultSettings(agencyNumber: string): InspectionSettings {
  return {
    version: DEFAULT_SETTINGS_VERSION,
    agencyNumber,
    limits: DEFAULT_ARCHIVE_LIMITS,
    xmlLimits: defaultXmlLimits,
    schemas: ownSchemaSet(),
    severities: {},
    severityChanges: [],
    insurerGroups: {},
    terms: {},
    insurerTerms: [],
    cutOffDay: null,
    interactionTypes: exchangeKinds,
    findingsMax: 200,
    missingItemReasons: { absent: '02', notDone: '03' },
    unitAliases: {},
    plausibleBands: {
      height: [100, 250],
      weight: [20, 250],
      waist: [40, 250],
      visceralFat: [0, 1000],
      systolic: [60, 300],
      diastolic: [30, 200],
      triglyceride: [10, 5000],
      hdl: [5, 300],
      ldl: [5, 1000],
      nonHdl: [5, 1000],
      ast: [1, 5000],
      alt: [1, 5000],
      ggt: [1, 5000],
      glucose: [20, 1000],
      hba1c: [3, 20],
      creatinine: [0.1, 20],
      egfr: [1, 300],
      hematocrit: [5, 80],
      hemoglobin: [2, 30],
      erythrocytes: [50, 1000],
    },
    paymentRates: [20, 40, 50, 60, 80, 100],
    evaluationDays: null,
    masterDaysMax: 40,
    isPartnerListComplete: false,
    statistics: { recordsMin: 50, valuesMin: 10 },
  };
}
