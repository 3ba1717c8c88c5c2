import type { ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import type { Finding } from '@daiko/inspection-rules';

/** What a report was judged by, as far as it was kept. */
export interface JudgedBy {
  readonly rules: string | null;
  readonly settings: string;
  readonly standard: string | null;
  /** Schemas that documents were judged by. */
  readonly schemas: string | null;
  /** JST day of receipt, YYYYMMDD. */
  readonly date: string;
}

/** What a report says of the archive as a whole. */
export interface ReportHeader {
  /** Name of the archive, without `.zip`. */
  readonly name: string;
  /** `inspecting` while the agency has not judged all records yet. */
  readonly verdict: ArchiveVerdict | 'inspecting';
  readonly versions: JudgedBy;
  /** Rules that were left open or answered in part, for want of masters, history, scanner or a setting. */
  readonly notChecked: readonly string[];
  /** 受付番号, where the agency gave one. */
  readonly receiptNumber?: string | null;
  /** Why the agency returned it as a whole (一括返戻), where it did: a code of 別表9 and a text. */
  readonly returned?: { readonly returnReason: string; readonly reason: string } | null;
  /** What records correct, or what corrected them (訂正), where the agency knows. */
  readonly corrections?: readonly ReportedCorrection[];
}

/** A record of another submission, by the number its sender knows. */
export interface ReportedLink {
  readonly submissionId: string;
  readonly receiptNumber: string | null;
  /** From 0. */
  readonly index: number;
}

/** A record that corrects a returned one, or was corrected by a later one. */
export interface ReportedCorrection {
  /** From 0. */
  readonly index: number;
  readonly corrects: ReportedLink | null;
  readonly correctedBy: ReportedLink | null;
}

/** What a report says of one record (受診者1人分): file and ticket number, never a name. */
export interface ReportedRecord {
  /** From 0. */
  readonly index: number;
  readonly verdict: RecordVerdict;
  readonly file: string | null;
  readonly claim: string | null;
  readonly ticketNumber: string | null;
  readonly findings: readonly Finding[];
}
