import { addDays, calendarDate, formatRootName, kindCodeOf } from '@daiko/exchange-format';

/** N 同日分割送信回数 on its day. */
export interface ArchiveNumber {
  /** YYYYMMDD. */
  day: string;
  number: number;
}

const numberMax = 9;

/**
 * The next number for a receiver: N counts over both kinds of archive, and once 0 to 9 are used up it goes on with the next day's
 * date. A number is never used twice, not even that of a bundle taken back.
 */
export function nextArchiveNumber(today: string, taken: readonly ArchiveNumber[]): ArchiveNumber {
  for (let day = calendarDate(today); ; day = addDays(day, 1)) {
    const used = taken.filter((one) => one.day === day).map(({ number }) => number);
    const number = used.length === 0 ? 0 : Math.max(...used) + 1;
    if (number <= numberMax) return { day, number };
  }
}

/** Root name `<agency>_<receiver>_<day><N>_<X>` of an outgoing archive (formats.md 1.2). */
export function rootNameOf(
  agencyNumber: string,
  receiverNumber: string,
  kind: 'checkup' | 'guidance',
  { day, number }: ArchiveNumber,
): string {
  return formatRootName({
    sender: agencyNumber,
    receiver: receiverNumber,
    date: calendarDate(day),
    sequence: number,
    kindCode: kindCodeOf(kind),
  });
}
