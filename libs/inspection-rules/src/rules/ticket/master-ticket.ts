import { addDays, type CalendarDate } from '@daiko/exchange-format';
import type { MemoryCase } from '../../memory-case.js';
import type { MemoryFacts } from '../../memory-facts.js';
import type { MemberRow, TicketRow } from '../../record-masters.js';

/** The row of the record's ticket; null where there is none, no master, or no ticket. */
export function ticketRowOf({ masters }: MemoryCase): TicketRow | null {
  return masters.tickets === 'none' ? null : masters.tickets.ticket;
}

/** The same, where the ticket is the person's own and can be used: what else is said of it counts. */
export function ownTicketOf(memory: MemoryCase): TicketRow | null {
  const row = ticketRowOf(memory);
  return row !== null && row.isOfPerson && row.state === 'valid' ? row : null;
}

/** Day by which eligibility, contract and price count: the checkup, or the first interview of guidance. */
export function decisiveDate({ guidance, serviceDate }: MemoryFacts): CalendarDate | null {
  return guidance?.firstDate ?? serviceDate;
}

/** How a record stands in 被保険者マスタ; null where there is no master or no date. */
export type Membership =
  /** A row of the person is valid on the day. */
  | { readonly is: 'member' }
  /** 記号・番号 are valid on the day, of persons of another name, birth or sex. */
  | { readonly is: 'other-person' }
  /** The cover of the person ended at most 31 days before. */
  | { readonly is: 'just-left'; readonly validTo: CalendarDate }
  | { readonly is: 'unknown' };

/** Days after the loss of cover in which the insurer says who pays. */
const DAYS_AFTER_LOSS = 31;

export function membershipOf({ record, masters }: MemoryCase): Membership | null {
  const date = decisiveDate(record);
  if (masters.members === 'none' || date === null) return null;
  const { rows } = masters.members;
  const own = rows.filter(({ isSamePerson, isSameName }) => isSamePerson && isSameName);
  if (own.some((row) => isValidOn(row, date))) return { is: 'member' };
  for (const { validTo } of own) {
    if (validTo !== null && validTo < date && date <= addDays(validTo, DAYS_AFTER_LOSS)) {
      return { is: 'just-left', validTo };
    }
  }
  if (own.length > 0) return { is: 'unknown' };
  return rows.some((row) => isValidOn(row, date)) ? { is: 'other-person' } : { is: 'unknown' };
}

function isValidOn({ validFrom, validTo }: MemberRow, date: CalendarDate): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}
