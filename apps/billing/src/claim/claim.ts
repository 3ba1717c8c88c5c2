import type { ArchiveKind, InspectedRecord } from '@daiko/contracts';
import { PermanentFailure } from '@daiko/messaging';
import { monthInJapan } from '../ledger/month.js';

/** Facts of an accepted claim (決済情報の事実): numbers, codes and integer yen. */
export interface Claim {
  submissionId: string;
  index: number;
  providerNumber: string;
  insurerNumber: string;
  kind: ArchiveKind;
  /** YYYYMMDD. */
  serviceDate: string | null;
  /** 請求区分 (別表7); null for guidance. */
  claimType: string | null;
  guidanceTiming: string | null;
  guidanceLevel: string | null;
  unitYen: number;
  copaymentYen: number;
  otherProgramYen: number;
  claimYen: number;
  /** 処理月: month of acceptance in Japan, YYYY-MM. */
  processingMonth: string;
  acceptedAt: Date;
}

/** What a message of inspection says of its records. */
export interface Judged {
  submissionId: string;
  providerNumber: string;
  kind: ArchiveKind;
  records: readonly InspectedRecord[];
}

/** The claims of the accepted records. An accepted record without insurer or claim, or below 0 yen, is a fault: dead letter. */
export function claimsOf(judged: Judged, acceptedAt: Date): Claim[] {
  const { submissionId, providerNumber, kind } = judged;
  const processingMonth = monthInJapan(acceptedAt);
  return judged.records
    .filter(({ verdict }) => verdict === 'accepted')
    .map(({ index, insurerNumber, serviceDate, claim }) => {
      if (insurerNumber === null || claim === null) throw new PermanentFailure('accepted-without-claim');
      if (claim.claimYen < 0) throw new PermanentFailure('claim-negative');
      return {
        submissionId,
        index,
        providerNumber,
        insurerNumber,
        kind,
        serviceDate,
        ...claim,
        processingMonth,
        acceptedAt,
      };
    });
}

/** Insurers of claims, each once, sorted: the order in which they are locked. */
export function insurersOf(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ insurerNumber }) => insurerNumber))].sort();
}
