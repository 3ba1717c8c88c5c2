import { parsed, unparsed, type Parsed } from '../values/parsed.js';
import { appendCheckDigit, hasValidCheckDigit } from './check-digit.js';

declare const providerBrand: unique symbol;

/** 健診・保健指導機関番号: 10 digits (都道府県 2, 区分 1, 7 digits of which the last is the 検証番号). */
export type ProviderNumber = string & { readonly [providerBrand]: true };

/** Why a text is no 健診・保健指導機関番号. Numbers with a wrong check digit are in use: callers decide how hard it weighs. */
export type ProviderNumberReason = 'form' | 'check-digit';

/** The two common numbers employers (事業者) send under; outside the prefectures, valid for 実施区分 4 only. */
export const EMPLOYER_NUMBERS: readonly ProviderNumber[] = [
  '5521111111' as ProviderNumber,
  '6631111116' as ProviderNumber,
];

/** Reads exactly 10 half-width digits with a right check digit. */
export function parseProviderNumber(text: string): Parsed<ProviderNumber, ProviderNumberReason> {
  if (!/^[0-9]{10}$/.test(text)) return unparsed('form');
  return hasValidCheckDigit(text) ? parsed(text as ProviderNumber) : unparsed('check-digit');
}

/** True when the first two digits name a prefecture (01 to 47). */
export function hasPrefecture(provider: ProviderNumber): boolean {
  const prefecture = Number(provider.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}

/** Makes a number from its first 9 digits; RangeError for anything else. */
export function providerNumberWithCheckDigit(body: string): ProviderNumber {
  if (!/^[0-9]{9}$/.test(body)) throw new RangeError('9 digits were expected');
  return appendCheckDigit(body) as ProviderNumber;
}
