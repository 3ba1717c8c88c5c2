import {
  type ClaimListener,
  type IndexReport,
  inspectIndex,
  type InspectionSettings,
  personDigest,
} from '@daiko/inspection-rules';
import type { OpenArchive } from './open-archives.js';

export interface CheckedArchive {
  report: IndexReport;
  /** Records of a person of whom the archive has an earlier one. */
  isCandidate(index: number): boolean;
  claimYenOf(index: number): number;
}

/**
 * The archive pass (L3): reads ix08, su08 and every claim once. Beside the report it keeps 17 bytes a record: the yen
 * claimed and a 52-bit hash of the person, whose collisions only make a record a candidate, never a duplicate.
 */
export async function checkArchive(
  archive: OpenArchive,
  date: string,
  settings: InspectionSettings,
  digestKey: Uint8Array,
): Promise<CheckedArchive> {
  const recordCount = archive.directory.recordCount;
  const candidates = new Uint8Array(recordCount);
  const yen = new Float64Array(recordCount);
  const seen = new Set<number>();
  const onClaim: ClaimListener = (index, facts, identity) => {
    yen[index] = facts.claimYen;
    // Whatever else a person claims in the archive is judged after the first record, so that the order of the archive holds.
    const hash = hash52(personDigest(digestKey, identity));
    if (seen.has(hash)) candidates[index] = 1;
    else seen.add(hash);
  };
  const report = await inspectIndex(archive.source, archive.directory, settings, date, onClaim);
  return {
    report,
    isCandidate: (index) => candidates[index] === 1,
    claimYenOf: (index) => yen[index] ?? 0,
  };
}

function hash52(key: Buffer): number {
  return key.readUInt32BE(0) * 2 ** 20 + (key.readUInt32BE(4) >>> 12);
}
