import type { RecordPast } from '../../memory-case.js';
import type { MemoryFacts } from '../../memory-facts.js';
import type { HistoryRecord } from '../../record-history.js';
import { isClaimed, isSameEvent, isSameTicket } from './earlier-records.js';

/** Rules that see the same thing: a claim that stands already. Only the most special of them is reported. */
export type RepetitionRule = 'H001' | 'H002' | 'H005' | 'H008' | 'T013';

/** The claim that a record repeats, and the rule that says so; null where it repeats none. */
export function repetitionOf({
  record,
  history,
}: RecordPast): { rule: RepetitionRule; earlier: HistoryRecord } | null {
  for (const earlier of history.records) {
    if (!isClaimed(earlier)) continue;
    if (isSameEvent(record, earlier)) return { rule: ruleFor(record, earlier), earlier };
    // Two instalments of one 利用券 are one too many, whoever the second names.
    if (isInstalment(record) && isSameTicket(record, earlier) && earlier.timing === record.timing) {
      return { rule: 'H008', earlier };
    }
  }
  return null;
}

function ruleFor(record: MemoryFacts, earlier: HistoryRecord): RepetitionRule {
  if (earlier.isSameContent) return 'H001';
  const isSameDay = earlier.serviceDate === record.serviceDate;
  if (isSameDay && earlier.state === 'settled') return 'H005';
  if (!record.isGuidance && !isSameDay) return earlier.state === 'settled' ? 'T013' : 'H002';
  return isInstalment(record) && record.ticketNumber !== null ? 'H008' : 'H001';
}

function isInstalment({ timing }: MemoryFacts): boolean {
  return timing === '1' || timing === '2';
}
