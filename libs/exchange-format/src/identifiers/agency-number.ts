import { parsed, unparsed, type Parsed } from '../values/parsed.js';
import { appendCheckDigit, hasValidCheckDigit } from './check-digit.js';

declare const agencyBrand: unique symbol;

/** 代行機関番号: 8 digits, `9`, 都道府県 2 (48 nationwide), 4 digits, 検証番号 1. */
export type AgencyNumber = string & { readonly [agencyBrand]: true };

/** Why a text is no 代行機関番号. */
export type AgencyNumberReason = 'form' | 'check-digit';

/** Reads exactly 8 half-width digits that begin with 9 and carry a right check digit. */
export function parseAgencyNumber(text: string): Parsed<AgencyNumber, AgencyNumberReason> {
  if (!/^9[0-9]{7}$/.test(text)) return unparsed('form');
  return hasValidCheckDigit(text) ? parsed(text as AgencyNumber) : unparsed('check-digit');
}

/** Makes a number from its first 7 digits; RangeError for anything else. */
export function agencyNumberWithCheckDigit(body: string): AgencyNumber {
  if (!/^9[0-9]{6}$/.test(body)) throw new RangeError('7 digits that begin with 9 were expected');
  return appendCheckDigit(body) as AgencyNumber;
}
