import {
  type ClaimListener,
  duplicateKeyOf,
  type IndexReport,
  inspectIndex,
  type InspectionSettings,
} from '@daiko/inspection-rules';
import { claimKey } from '../history/claim-key.js';
import type { OpenArchive } from './open-archives.js';

export interface CheckedArchive {
  report: IndexReport;
  /** Records that repeat an earlier claim of the same archive. */
  isCandidate(index: number): boolean;
  claimYenOf(index: number): number;
}

/**
 * The archive pass (L3): reads ix08, su08 and every claim once. Beside the report it keeps 17 bytes a record: the yen
 * claimed and a 52-bit hash of the claim key, whose collisions only make a record a candidate, never a duplicate.
 */
export async function checkArchive(
  archive: OpenArchive,
  isGuidance: boolean,
  date: string,
  settings: InspectionSettings,
  digestKey: Uint8Array,
): Promise<CheckedArchive> {
  const recordCount = archive.directory.recordCount;
  const candidates = new Uint8Array(recordCount);
  const yen = new Float64Array(recordCount);
  const seen = new Set<number>();
  const onClaim: ClaimListener = (index, facts, identity, ticketNumber) => {
    yen[index] = facts.claimYen;
    // A claim carries no service date: without a ticket, the claims of one person are all candidates.
    const occasion = {
      identity,
      ticketNumber,
      serviceDate: null,
      isGuidance,
      guidanceTiming: facts.guidanceTiming,
    };
    const hash = hash52(claimKey(digestKey, duplicateKeyOf(occasion)));
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
