const letters = 'ABCDEFGHJKLMNPQRSTUVWXY';

function checkLetter(digits: string): string {
  let sum = 0;
  for (const [place, digit] of [...digits].entries()) sum += Number(digit) * (place + 2);
  return letters[sum % letters.length] as string;
}

/**
 * Receipt number (受領番号): JST day, serial of at least 7 digits, check letter, e.g. `20261124-0000123-R`.
 * The letter (weights 2, 3, 4 … modulo 23) shows any single wrong digit and any exchange of neighbours.
 */
export function receiptNumberOf(day: string, serial: number): string {
  if (!/^\d{8}$/.test(day) || !Number.isSafeInteger(serial) || serial < 1)
    throw new RangeError('no receipt number');
  const digits = String(serial).padStart(7, '0');
  return `${day}-${digits}-${checkLetter(day + digits)}`;
}

/** True where the text is a receipt number with the right check letter. */
export function isReceiptNumber(text: string): boolean {
  const [, day, serial, letter] = /^(\d{8})-(\d{7,15})-([A-Z])$/.exec(text) ?? [];
  return day !== undefined && serial !== undefined && checkLetter(day + serial) === letter;
}
