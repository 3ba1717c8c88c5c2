import { parsed, unparsed, type Parsed } from '../values/parsed.js';

declare const ticketBrand: unique symbol;

/** 受診券・利用券整理番号: 11 digits (年度 2, 種別 1, serial 8); no check digit. */
export type TicketNumber = string & { readonly [ticketBrand]: true };

/** 受診券 (1), 利用券 (2), セット券 (5); `other` for digits some insurers use and the standard does not name. */
export type TicketKind = 'checkup' | 'guidance' | 'set' | 'other';

/** The parts of a 整理番号. */
export interface TicketNumberParts {
  /** Fiscal year of issue, four digits. */
  readonly fiscalYear: number;
  readonly kindDigit: number;
  readonly kind: TicketKind;
  /** Eight digits, leading zeros kept. */
  readonly serial: string;
}

const KIND_DIGITS = { checkup: 1, guidance: 2, set: 5 } as const;

/** Reads exactly 11 half-width digits. */
export function parseTicketNumber(text: string): Parsed<TicketNumber, 'form'> {
  return /^[0-9]{11}$/.test(text) ? parsed(text as TicketNumber) : unparsed('form');
}

/** Takes a number apart; the two digits of the year are read as 20xx. */
export function ticketNumberParts(ticket: TicketNumber): TicketNumberParts {
  const kindDigit = Number(ticket[2]);
  const kind = kindDigit === 1 ? 'checkup' : kindDigit === 2 ? 'guidance' : kindDigit === 5 ? 'set' : 'other';
  return { fiscalYear: 2000 + Number(ticket.slice(0, 2)), kindDigit, kind, serial: ticket.slice(3) };
}

/** Makes a number; RangeError for a year outside 2000 to 2099 or a serial outside 0 to 99,999,999. */
export function formatTicketNumber(
  fiscalYear: number,
  kind: Exclude<TicketKind, 'other'>,
  serial: number,
): TicketNumber {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 2000 || fiscalYear > 2099) {
    throw new RangeError('a fiscal year from 2000 to 2099 was expected');
  }
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999) {
    throw new RangeError('a serial of at most 8 digits was expected');
  }
  const year = String(fiscalYear - 2000).padStart(2, '0');
  return `${year}${KIND_DIGITS[kind]}${String(serial).padStart(8, '0')}` as TicketNumber;
}
