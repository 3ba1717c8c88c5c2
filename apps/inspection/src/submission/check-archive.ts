import {
  type ClaimListener,
  type IndexReport,
  inspectIndex,
  type InspectionSettings,
  RecordLinks,
} from '@daiko/inspection-rules';
import type { OpenArchive } from './open-archives.js';

export interface CheckedArchive {
  report: IndexReport;
  /** Records of a person, name or ticket of which the archive has an earlier one. */
  isCandidate(index: number): boolean;
  claimYenOf(index: number): number;
}

/**
 * The archive pass (L3): reads ix08, su08 and every claim once. Beside the report it keeps the yen claimed and the links between
 * records, at most 110 bytes a record.
 */
export async function checkArchive(
  archive: OpenArchive,
  date: string,
  settings: InspectionSettings,
): Promise<CheckedArchive> {
  const recordCount = archive.directory.recordCount;
  const yen = new Float64Array(recordCount);
  const links = new RecordLinks(recordCount);
  const onClaim: ClaimListener = (index, facts, whose) => {
    yen[index] = facts.claimYen;
    links.add(index, whose);
  };
  const report = await inspectIndex(archive.source, archive.directory, settings, date, onClaim);
  return {
    report,
    // Whatever else a person claims in the archive is judged after the first record, so that the order of the archive holds.
    isCandidate: (index) => links.hasEarlier(index),
    claimYenOf: (index) => yen[index] ?? 0,
  };
}
