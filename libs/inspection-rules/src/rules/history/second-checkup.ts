import type { MemoryCase } from '../../memory-case.js';
import type { HistoryRecord } from '../../record-history.js';
import { fiscalYearOf, isClaimed, isSameEvent } from './earlier-records.js';

/**
 * Another claimed checkup of the same fiscal year that is not the same claim: of the same day at another institution (H004),
 * else a second one (H003), be it with another insurer.
 */
export function secondCheckupOf({
  record,
  history,
}: MemoryCase): { rule: 'H003' | 'H004'; earlier: HistoryRecord } | null {
  const year = fiscalYearOf(record);
  if (record.isGuidance || year === null) return null;
  let second: HistoryRecord | null = null;
  for (const earlier of history.records) {
    if (earlier.isGuidance || !isClaimed(earlier) || fiscalYearOf(earlier) !== year) continue;
    if (isSameEvent(record, earlier)) return null;
    const isOfAnotherInsurer = earlier.isSameName && earlier.insurerNumber !== record.insurerNumber;
    if (!earlier.isSamePerson && !isOfAnotherInsurer) continue;
    const isSameDay = earlier.serviceDate === record.serviceDate;
    if (isSameDay && earlier.institutionNumber !== record.institutionNumber) return { rule: 'H004', earlier };
    second ??= earlier;
  }
  return second === null ? null : { rule: 'H003', earlier: second };
}
