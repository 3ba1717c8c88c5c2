/**
 * First letter of a file in DATA or CLAIMS: h 特定健診結果, c 特定健診決済, g 特定保健指導結果, p 特定保健指導決済.
 */
export type EntryPrefix = 'h' | 'c' | 'g' | 'p';

/** Parts of the name of a result or claim file. */
export interface EntryName {
  readonly prefix: EntryPrefix;
  /** The 26 digits that a result and its claim share. */
  readonly pairDigits: string;
  /** Digits 1 to 10: the institution that made the data. */
  readonly institution: string;
  /** Digits 11 to 18: YYYYMMDD the file was made; not checked against the calendar. */
  readonly date: string;
  /** Digits 19 to 26: unique in the folder; often N, X and a serial of 6. */
  readonly serial: string;
}

const ENTRY_NAME = /^([hcgp])(\d{26})\.xml$/;

/** Reads a file name (without folder); null when it has not the form of the standard. */
export function parseEntryName(name: string): EntryName | null {
  const [, prefix, digits] = ENTRY_NAME.exec(name) ?? [];
  if (prefix === undefined || digits === undefined) return null;
  return {
    prefix: prefix as EntryPrefix,
    pairDigits: digits,
    institution: digits.slice(0, 10),
    date: digits.slice(10, 18),
    serial: digits.slice(18),
  };
}

/** Writes a file name; RangeError unless the parts are 10, 8 and 8 digits. */
export function formatEntryName(name: {
  prefix: EntryPrefix;
  institution: string;
  date: string;
  serial: string;
}): string {
  const text = `${name.prefix}${name.institution}${name.date}${name.serial}.xml`;
  if (name.institution.length !== 10 || name.date.length !== 8 || parseEntryName(text) === null) {
    throw new RangeError('these parts make no file name');
  }
  return text;
}

/** Letter of the claim that goes with a result, or the reverse: h with c, g with p. */
export function pairedPrefix(prefix: EntryPrefix): EntryPrefix {
  return prefix === 'h' ? 'c' : prefix === 'c' ? 'h' : prefix === 'g' ? 'p' : 'g';
}

/** 26 digits as two numbers of 13 digits each, which a double holds exactly. */
export function packPairDigits(digits: string): { high: number; low: number } {
  return { high: Number(digits.slice(0, 13)), low: Number(digits.slice(13)) };
}

/** The reverse of {@link packPairDigits}. */
export function unpackPairDigits(high: number, low: number): string {
  return String(high).padStart(13, '0') + String(low).padStart(13, '0');
}
