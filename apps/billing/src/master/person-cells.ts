import { comparableInsured, householdDigest, nameDigest, personDigest } from '@daiko/inspection-rules';
import type { Cells, Column } from './cells.js';
import { says } from './row-errors.js';

/** Columns that say who a person is: read, made into digests at once, and forgotten. */
export const personColumns: readonly Column[] = [
  { name: 'symbol', ja: '記号', isNeeded: false },
  { name: 'number', ja: '番号', isNeeded: true },
  { name: 'birth_date', ja: '生年月日', isNeeded: true },
  { name: 'sex', ja: '性別', isNeeded: true },
];

/** What is kept of a person: keyed digests, base64url. */
export interface PersonDigests {
  /** Of 記号・番号, birth and sex; without 枝番, which older records lack. */
  holderDigest: string;
  /** Of 記号・番号: the family. */
  householdDigest: string;
  /** Of name, birth and sex; null where the file has no name. */
  nameDigest: string | null;
}

const insuredForm = /^.{1,40}$/u;
const sexes = { 1: '1', 2: '2', 男: '1', 女: '2' } as const;

/** Reads the person of a line; null where a cell is wrong, which is noted. */
export function personOfCells(cells: Cells, insurerNumber: string, key: Uint8Array): PersonDigests | null {
  const bounded = says('1～40文字', '1 to 40 characters');
  const symbol = cells.raw('symbol') === '' ? '' : cells.matching('symbol', insuredForm, bounded);
  const number = cells.matching('number', insuredForm, bounded);
  const birthDate = cells.day('birth_date');
  const sex = cells.oneOf('sex', sexes);
  const name = cells.raw('name');
  const isNameShort =
    [...name].length <= 80 || cells.refuse('name', says('80文字以内', 'at most 80 characters'));
  if (symbol === null || number === null || birthDate === null || sex === null || isNameShort === null) {
    return null;
  }
  const insured = {
    insurerNumber,
    symbol: comparableInsured(symbol),
    number: comparableInsured(number),
  };
  return {
    holderDigest: text(personDigest(key, { ...insured, branch: '', birthDate, sex })),
    householdDigest: text(householdDigest(key, insured)),
    nameDigest: name === '' ? null : text(nameDigest(key, { name, birthDate, sex })),
  };
}

function text(digest: Buffer): string {
  return digest.toString('base64url');
}
