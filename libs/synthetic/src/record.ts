import type {
  CheckupClaimDraft,
  CheckupReportDraft,
  ClaimSubjectDraft,
  GuidanceClaimDraft,
  GuidanceReportDraft,
} from '@daiko/exchange-format';
import type { GuidanceLevel, GuidanceStage } from './guidance/course.js';
import type { Person } from './person.js';
import type { Provider } from './world.js';

/** h and c of one person, before writing. */
export interface CheckupRecord {
  readonly kind: 'checkup';
  readonly report: CheckupReportDraft;
  readonly claim: CheckupClaimDraft;
}

/** g and p of one person, before writing. */
export interface GuidanceRecord {
  readonly kind: 'guidance';
  readonly report: GuidanceReportDraft;
  readonly claim: GuidanceClaimDraft;
}

export type InventedRecord = CheckupRecord | GuidanceRecord;

/** Wishes a defect has, so that it can show. */
export interface RecordWish {
  readonly fasting?: boolean;
  /** 請求区分. */
  readonly claimType?: '1' | '2' | '3' | '4' | '5';
  /** 詳細 groups by 別表8 code, for claim types 2 and 4. */
  readonly details?: readonly ('1' | '2' | '3' | '4')[];
  /** Blood pressure too low for any 詳細 group. */
  readonly calm?: boolean;
  readonly stage?: GuidanceStage;
  readonly level?: GuidanceLevel;
}

export function claimSubject(person: Person, provider: Provider): ClaimSubjectDraft {
  return {
    providerNumber: provider.number,
    insurerNumber: person.insurer.number,
    symbol: person.insurer.symbol,
    number: person.number,
    branchCode: person.branch,
    name: person.name,
    address: person.address,
    postalCode: person.postalCode,
    birthDate: person.birthDate,
    gender: person.gender,
  };
}

export function headerPatient(person: Person) {
  return {
    insurerNumber: person.insurer.number,
    symbol: person.insurer.symbol,
    number: person.number,
    branch: person.branch,
    name: person.name,
    gender: person.gender,
    birthDate: person.birthDate,
    address: person.address,
    postalCode: person.postalCode,
  };
}
