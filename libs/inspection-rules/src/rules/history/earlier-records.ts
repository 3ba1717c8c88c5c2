import { fiscalYear } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import type { MemoryCase } from '../../memory-case.js';
import type { MemoryFacts } from '../../memory-facts.js';
import type { HistoryRecord } from '../../record-history.js';
import { text } from '../../rule.js';

/** True for a record that counts as claimed; a returned or withdrawn one blocks no other. */
export function isClaimed({ state }: HistoryRecord): boolean {
  return state === 'accepted' || state === 'queried' || state === 'settled';
}

/** The one key of a claim: person, ticket (or day and institution without one), kind, timing. */
export function isSameEvent(record: MemoryFacts, earlier: HistoryRecord): boolean {
  if (!earlier.isSamePerson || earlier.isGuidance !== record.isGuidance || earlier.timing !== record.timing) {
    return false;
  }
  if (record.ticketNumber !== null) return earlier.ticketNumber === record.ticketNumber;
  return (
    earlier.ticketNumber === null &&
    earlier.serviceDate === record.serviceDate &&
    earlier.institutionNumber === record.institutionNumber
  );
}

/** True for a record of the same ticket of the same insurer. */
export function isSameTicket(record: MemoryFacts, earlier: HistoryRecord): boolean {
  return (
    record.ticketNumber !== null &&
    earlier.ticketNumber === record.ticketNumber &&
    earlier.insurerNumber === record.insurerNumber &&
    earlier.isGuidance === record.isGuidance
  );
}

/** Claims of the same 利用券 at another timing (実施時点), oldest first. */
export function otherInstalments({ record, history }: MemoryCase): readonly HistoryRecord[] {
  return history.records.filter(
    (earlier) => isClaimed(earlier) && isSameTicket(record, earlier) && earlier.timing !== record.timing,
  );
}

/** 年度 of the checkup a record is or belongs to; null without a date. */
export function fiscalYearOf({ checkupDate, serviceDate }: MemoryFacts | HistoryRecord): number | null {
  const date = checkupDate ?? serviceDate;
  return date === null ? null : fiscalYear(date);
}

/**
 * The checkup that a guidance record belongs to, the claimed one before one that came back; of the same person, else of the
 * same name, since the number may have changed.
 */
export function checkupOf({ record, history }: MemoryCase): HistoryRecord | null {
  const { checkupDate } = record;
  if (checkupDate === null) return null;
  const found = history.records.filter(
    (earlier) =>
      !earlier.isGuidance &&
      (earlier.isSamePerson || earlier.isSameName) &&
      earlier.serviceDate === checkupDate,
  );
  return found.findLast(isClaimed) ?? found.at(-1) ?? null;
}

/** Whether a record of that day would be in the history if it had come this way. */
export function isWithinHistory({ history }: MemoryCase, date: string | null): boolean {
  return history.since !== null && date !== null && date >= history.since;
}

/** How an earlier record is named: never by its person. */
export function earlierWords({ receivedOn, index, isOfSameArchive }: HistoryRecord): Bilingual {
  if (isOfSameArchive) return text(`この送付の記録${index + 1}`, `record ${index + 1} of this archive`);
  return text(`${receivedOn}受付の記録${index + 1}`, `record ${index + 1} received on ${receivedOn}`);
}

/** Value and words of an earlier record, for a report. */
export function namedEarlier(earlier: HistoryRecord): { value: string; values: { value: Bilingual } } {
  const value = earlierWords(earlier);
  return { value: value.en, values: { value } };
}
