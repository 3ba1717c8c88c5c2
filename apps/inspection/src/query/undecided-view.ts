import { type FindingMark, isUuid } from '@daiko/contracts';
import type { UndecidedRecord } from '../chunk/chunk.store.js';

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
  const last = items.at(-1);
  const isFull = items.length === limit && last !== undefined;
  return { [noun]: items, next: isFull ? `${last.submissionId}/${last.index}` : null };
}

/** Reads a cursor `<submissionId>/<index>`; anything else starts from the beginning. */
export function afterOf(cursor: string | undefined): { submissionId: string; index: number } | null {
  const [submissionId = '', index = '', ...rest] = (cursor ?? '').split('/');
  if (!isUuid(submissionId) || !/^\d{1,9}$/.test(index) || rest.length > 0) return null;
  return { submissionId, index: Number(index) };
}
