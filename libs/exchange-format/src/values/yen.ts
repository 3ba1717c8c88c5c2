import { parsed, unparsed, type Parsed } from './parsed.js';

declare const yenBrand: unique symbol;

/** Integer yen (円). May be negative in a correction; never a fraction, never above 2^53 − 1. */
export type Yen = number & { readonly [yenBrand]: true };

/** Why a text is no amount: `empty`, `form` (other than digits) or `too-long`. */
export type YenReason = 'empty' | 'form' | 'too-long';

/** Zero yen. */
export const NO_YEN = 0 as Yen;

/** Takes a safe integer as yen; anything else is a fault of the caller (RangeError). */
export function yen(amount: number): Yen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount of yen must be a safe integer');
  return (amount === 0 ? 0 : amount) as Yen;
}

/**
 * Reads an amount as claim files write it: digits only, leading zeros allowed (`007150`), no sign.
 * Amounts of one claim have at most 6 digits, totals of su08 at most 9.
 */
export function parseYen(text: string, maxDigits = 6): Parsed<Yen, YenReason> {
  if (text.length === 0) return unparsed('empty');
  if (!/^[0-9]+$/.test(text)) return unparsed('form');
  if (text.length > maxDigits) return unparsed('too-long');
  return parsed(yen(Number(text)));
}

/** Writes an amount with leading zeros to `width`; refuses (RangeError) what does not fit or is negative. */
export function formatYen(amount: Yen, width = 1): string {
  if (amount < 0) throw new RangeError('a negative amount has no place in an exchange file');
  const text = String(amount);
  if (width > 1 && text.length > width) throw new RangeError(`an amount of ${width} digits was expected`);
  return text.padStart(width, '0');
}

/** Adds amounts exactly; RangeError where the sum would leave the safe integers. */
export function sumYen(amounts: Iterable<Yen>): Yen {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) throw new RangeError('a sum of yen left the safe integers');
  }
  return yen(sum);
}
