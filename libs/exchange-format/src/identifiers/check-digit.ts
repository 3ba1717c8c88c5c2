/**
 * Check digit (検証番号) of insurers, agencies, hospitals and guidance bodies: modulus 10, weights 2, 1, 2, 1 …
 * from the digit left of the check digit, digits of each product added. One algorithm for all numbers.
 */

/** True when the last digit is the check digit of those before it; false for anything but half-width digits. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^[0-9]{2,}$/.test(digits) && weightedSum(digits, 0) % 10 === 0;
}

/** The check digit that belongs behind `body`; RangeError for anything but half-width digits. */
export function checkDigitOf(body: string): number {
  if (!/^[0-9]+$/.test(body)) throw new RangeError('half-width digits were expected');
  return (10 - (weightedSum(body, 1) % 10)) % 10;
}

/** `body` with its check digit behind it. */
export function appendCheckDigit(body: string): string {
  return body + String(checkDigitOf(body));
}

function weightedSum(digits: string, firstPosition: number): number {
  let sum = 0;
  for (let at = digits.length - 1, position = firstPosition; at >= 0; at--, position++) {
    const product = (digits.charCodeAt(at) - 48) * (position % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return sum;
}
