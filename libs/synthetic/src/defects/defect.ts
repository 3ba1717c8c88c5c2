import type { IndexDraft, SummaryDraft } from '@daiko/exchange-format';
import type { Random } from '../random.js';
import type { CheckupRecord, GuidanceRecord, InventedRecord, RecordWish } from '../record.js';

/** What an inspection says to a defect: whole archive refused, pair returned, pair held, or only a warning. */
export type DefectVerdict = 'returned' | 'query' | 'refused' | 'warning';

/** The two files of a pair as written. */
export interface PairFiles {
  readonly data: Uint8Array;
  /** null = the claim file is left out of the archive. */
  readonly claim: Uint8Array | null;
}

/** One way to spoil an archive; each field that is present is applied at its stage. */
export interface NamedDefect {
  /** Id of the inspection rule that must fire. */
  readonly rule: string;
  readonly verdict: DefectVerdict;
  readonly kinds: readonly ('checkup' | 'guidance')[];
  /** What the record must be like so that the defect shows. */
  readonly wish?: RecordWish;
  readonly applyCheckup?: (record: CheckupRecord, random: Random) => CheckupRecord;
  readonly applyGuidance?: (record: GuidanceRecord, random: Random) => GuidanceRecord;
  readonly applyFiles?: (files: PairFiles, record: InventedRecord) => PairFiles;
  readonly applyIndex?: (draft: IndexDraft) => IndexDraft;
  readonly applySummary?: (draft: SummaryDraft) => SummaryDraft;
  /** The record repeats an earlier one of the archive. */
  readonly repeats?: true;
}
