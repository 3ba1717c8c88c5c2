import type { RecordPast } from '../../memory-case.js';
import type { MemoryFacts } from '../../memory-facts.js';
import type { HistoryRecord } from '../../record-history.js';
import { isSameTicket } from './earlier-records.js';

/**
 * The returned record that a record corrects (再請求): the last one of the same person, institution, kind, timing and day; else
 * the last of the same ticket, institution and timing. Null where it corrects none: what stands in the same archive was not
 * returned yet.
 */
export function correctedRecord({ record, history }: RecordPast): HistoryRecord | null {
  const returned = history.records.filter(
    (earlier) =>
      earlier.state === 'returned' &&
      !earlier.isOfSameArchive &&
      earlier.isGuidance === record.isGuidance &&
      earlier.institutionNumber === record.institutionNumber &&
      earlier.timing === record.timing,
  );
  return (
    returned.findLast((earlier) => hasSameIdentity(record, earlier)) ??
    returned.findLast((earlier) => isSameTicket(record, earlier)) ??
    null
  );
}

/** Whether a record is of the same person and day as the one it corrects. */
export function hasSameIdentity({ serviceDate }: MemoryFacts, earlier: HistoryRecord): boolean {
  return earlier.isSamePerson && earlier.serviceDate === serviceDate;
}
