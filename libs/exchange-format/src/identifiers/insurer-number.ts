import { parsed, unparsed, type Parsed } from '../values/parsed.js';
import { appendCheckDigit, hasValidCheckDigit } from './check-digit.js';

declare const insurerBrand: unique symbol;

/** 保険者番号: 8 digits (法別番号 2, 都道府県 2, 保険者別番号 3, 検証番号 1); a number of 国保 is padded with `00`. */
export type InsurerNumber = string & { readonly [insurerBrand]: true };

/** Why a text is no 保険者番号. */
export type InsurerNumberReason = 'form' | 'check-digit';

/** Reads exactly 8 half-width digits with a right check digit. */
export function parseInsurerNumber(text: string): Parsed<InsurerNumber, InsurerNumberReason> {
  if (!/^[0-9]{8}$/.test(text)) return unparsed('form');
  return hasValidCheckDigit(text) ? parsed(text as InsurerNumber) : unparsed('check-digit');
}

/** Pads a number printed with fewer digits (国保: 6) to the 8 the files carry, then reads it. */
export function padInsurerNumber(text: string): Parsed<InsurerNumber, InsurerNumberReason> {
  return /^[0-9]{5,8}$/.test(text) ? parseInsurerNumber(text.padStart(8, '0')) : unparsed('form');
}

/** Makes a number from its first 7 digits; RangeError for anything else. */
export function insurerNumberWithCheckDigit(body: string): InsurerNumber {
  if (!/^[0-9]{7}$/.test(body)) throw new RangeError('7 digits were expected');
  return appendCheckDigit(body) as InsurerNumber;
}
