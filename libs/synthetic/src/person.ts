import {
  addDays,
  type CalendarDate,
  calendarDate,
  fiscalYear,
  fiscalYearEnd,
  formatTicketNumber,
} from '@daiko/exchange-format';
import { fullWidthDigits, inventAddress, inventPostalCode, personNameOf } from './names.js';
import type { Random } from './random.js';
import type { Insurer } from './world.js';

/** An invented insured person and what their card and tickets say. */
export interface Person {
  readonly insurer: Insurer;
  readonly number: string;
  readonly branch: string | null;
  readonly name: string;
  readonly gender: '1' | '2';
  readonly birthDate: CalendarDate;
  /** Age at the end of the fiscal year of the exam. */
  readonly ageAtFiscalYearEnd: number;
  readonly address: string;
  readonly postalCode: string;
  readonly examDate: CalendarDate;
  readonly checkupTicket: string;
  readonly guidanceTicket: string;
  /** Last day of the fiscal year of the exam. */
  readonly ticketExpiry: CalendarDate;
}

/** Invents a person of 特定健診 age; `serial` (unique in an archive) makes card and ticket numbers unique. */
export function inventPerson(
  random: Random,
  insurers: readonly Insurer[],
  serial: number,
  exam: { date: CalendarDate; oldest: number },
): Person {
  const insurer = random.pick(insurers);
  const gender = random.chance(55) ? '1' : '2';
  const year = fiscalYear(exam.date);
  const age = random.between(40, exam.oldest);
  const number = fullWidthDigits(String(serial % 100_000_000).padStart(8, '0'));
  const branch = insurer.usesBranch ? random.pick(['00', '00', '01', '02']) : null;
  // The same seed goes on giving the same records: a name was four draws once.
  for (let draw = 0; draw < 4; draw++) random.bits();
  return {
    insurer,
    number,
    branch,
    name: personNameOf(serial, gender),
    gender,
    birthDate: birthDateFor(random, year + 1, age),
    ageAtFiscalYearEnd: age,
    address: inventAddress(random),
    postalCode: inventPostalCode(random),
    examDate: exam.date,
    checkupTicket: formatTicketNumber(year, 'checkup', (serial % 99_999_999) + 1),
    guidanceTicket: formatTicketNumber(year, 'guidance', (serial % 99_999_999) + 1),
    ticketExpiry: fiscalYearEnd(year),
  };
}

/** A birth date that gives `age` on 31 March of `endYear`; never 1 April, on which two readings of the age differ. */
export function birthDateFor(random: Random, endYear: number, age: number): CalendarDate {
  const month = random.between(1, 12);
  const year = endYear - age - (month >= 4 ? 1 : 0);
  return calendarDate(
    `${year}${String(month).padStart(2, '0')}${String(random.between(2, 28)).padStart(2, '0')}`,
  );
}

/** A day `from` to `to` days before `date`, not before the start of 第4期. */
export function dayBefore(random: Random, date: CalendarDate, from: number, to: number): CalendarDate {
  const day = addDays(date, -random.between(from, to));
  return day < '20240401' ? calendarDate('20240401') : day;
}
