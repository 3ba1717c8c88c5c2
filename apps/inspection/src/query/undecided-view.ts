import type { FindingMark } from '@daiko/contracts';
import type { UndecidedRecord } from '../chunk/chunk.store.js';
import { nextOf } from './record-cursor.js';

/** A record that waits, as operators see it: places and codes, no values. */
export interface UndecidedView {
  submissionId: string;
  index: number;
  resultFile: string | null;
  claimFile: string | null;
  insurerNumber: string | null;
  ticketNumber: string | null;
  faultNumber: string | null;
  findings: FindingMark[];
}

/** A page of undecided records under the name of what they are, and the cursor of the next one. */
export function pageOf(noun: 'queries' | 'held', rows: UndecidedRecord[], limit: number): object {
  const items: UndecidedView[] = rows.map(({ submissionId, index, judged, faultNumber }) => ({
    submissionId,
    index,
    resultFile: judged.result?.name ?? null,
    claimFile: judged.claimFile?.name ?? null,
    insurerNumber: judged.insurerNumber,
    ticketNumber: judged.ticketNumber,
    faultNumber,
    findings: judged.findings,
  }));
  return { [noun]: items, next: nextOf(items, limit) };
}
