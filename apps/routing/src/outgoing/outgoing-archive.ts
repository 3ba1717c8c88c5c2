import type { EntryRef } from '@daiko/contracts';
import {
  IDENTIFIER_OID,
  type IndexDraft,
  kindCodeOf,
  type SummaryDraft,
  writeIndex,
  writeSummary,
} from '@daiko/exchange-format';

/** Sums over the records of a bundle or a return; yen. */
export interface OutgoingTotals {
  recordCount: number;
  unitYen: number;
  copaymentYen: number;
  otherProgramYen: number;
  claimYen: number;
}

/** An archive that is planned and named, but not written yet. */
export interface ArchivePlan extends OutgoingTotals {
  /** Id of the bundle or return. */
  documentId: string;
  receiverNumber: string;
  kind: 'checkup' | 'guidance';
  /** 種別: 2 return to a provider, 3 bundle for an insurer. */
  interactionType: '2' | '3';
  rootName: string;
  /** 作成年月日, YYYYMMDD: the Japanese day it was planned. */
  createdDay: string;
}

/** Folder of an archive: results or claims. */
export type OutgoingFolder = 'DATA' | 'CLAIMS';

/** One record of an outgoing archive, and where its file of one folder lies in the received one. */
export interface OutgoingLine {
  lineNumber: number;
  submissionId: string;
  recordIndex: number;
  /** The 26 digits of its files in the outgoing archive. */
  fileDigits: string;
  entry: EntryRef;
  returnReason: string | null;
  returnText: string | null;
  /** Whose 処理結果 the claim of a return gets. */
  returnedBy: 'agency' | 'insurer';
  /** The claim is the insurer's own file, with its 処理結果 in it already. */
  isReply: boolean;
}

/** Most records, sum of unit prices and compressed bytes of one archive. */
export interface ArchiveBounds {
  records: number;
  unitYen: number;
  compressedBytes: number;
}

/** What one archive may hold: below 65,535 entries and 4 GiB without Zip64, and sums that su08 can express. */
export const archiveBounds: ArchiveBounds = {
  records: 32_000,
  unitYen: 999_999_999,
  compressedBytes: 3_500_000_000,
};

/** 交換用基本情報 of an outgoing archive: every record counts twice, as result and as claim. */
export function indexOf(agencyNumber: string, plan: ArchivePlan): Uint8Array {
  const receiverRoot = plan.interactionType === '3' ? IDENTIFIER_OID.insurer : IDENTIFIER_OID.provider;
  const draft: IndexDraft = {
    interactionType: plan.interactionType,
    creationDate: plan.createdDay,
    sender: { root: IDENTIFIER_OID.agency, number: agencyNumber },
    receiver: { root: receiverRoot, number: plan.receiverNumber },
    serviceEventType: String(kindCodeOf(plan.kind)),
    totalRecordCount: 2 * plan.recordCount,
  };
  return writeIndex(draft);
}

/** 決済情報集計 of an outgoing archive, computed anew from its own records. */
export function summaryOf(plan: ArchivePlan): Uint8Array {
  const draft: SummaryDraft = {
    serviceEventType: String(kindCodeOf(plan.kind)),
    totalSubjectCount: plan.recordCount,
    totalCostAmount: plan.unitYen,
    totalPaymentAmount: plan.copaymentYen,
    totalPaymentByOtherProgram: plan.kind === 'checkup' ? plan.otherProgramYen : null,
    totalClaimAmount: plan.claimYen,
  };
  return writeSummary(draft);
}

/** Paths of a record's files under the root folder. */
export function filePaths(
  kind: 'checkup' | 'guidance',
  fileDigits: string,
): { result: string; claim: string } {
  const [result, claim] = kind === 'checkup' ? ['h', 'c'] : ['g', 'p'];
  return { result: `DATA/${result}${fileDigits}.xml`, claim: `CLAIMS/${claim}${fileDigits}.xml` };
}
