/** Serial part of 整理番号 that says that there is none; it links nobody. */
const dummyTicket = /^\d{3}0{8}$/;

/** A 整理番号 with the insurer that issued it. */
export interface LinkingTicket {
  readonly ticketNumber: string;
  readonly insurerNumber: string;
}

/** The ticket by which a record belongs to others (the instalments of one 利用券); null where it has none that would tell. */
export function linkingTicket(of: {
  readonly ticketNumber: string | null;
  readonly insurerNumber: string | null;
}): LinkingTicket | null {
  const { ticketNumber, insurerNumber } = of;
  if (ticketNumber === null || insurerNumber === null) return null;
  return /^\d{11}$/.test(ticketNumber) && !dummyTicket.test(ticketNumber)
    ? { ticketNumber, insurerNumber }
    : null;
}
