const FULL_WIDTH_KATAKANA = /^[\u30A1-\u30FA\u30FB\u30FC\uFF21-\uFF3A]+$/u;
/** Nothing to normalise, as most numbers are. */
const LETTERS_AND_DIGITS = /^[0-9A-Za-z]*$/;
const SPACES = /[\s\u3000]+/gu;
const HYPHENS = /[\u2010-\u2015\u2212\u30FC\uFF0D\uFF70\u2500]/gu;
const WAVES = /[\u301C\u223C\uFF5E]/gu;

/**
 * True for a カナ氏名 as the files want it: full-width katakana with small letters, ー and ・, no space.
 * Full-width Latin capitals are let through for names of foreigners.
 */
export function isFullWidthKatakana(text: string): boolean {
  return FULL_WIDTH_KATAKANA.test(text);
}

/**
 * The form in which two writings of the same name, symbol or number are equal: NFKC, without spaces,
 * with one kind of hyphen and wave dash. For comparison only; never written to a file.
 */
export function normaliseForComparison(text: string): string {
  if (LETTERS_AND_DIGITS.test(text)) return text;
  return text.normalize('NFKC').replace(SPACES, '').replace(HYPHENS, '-').replace(WAVES, '~');
}

/** Length in the bytes of the standard's limits (バイト数): half width 1, full width 2; not UTF-8 bytes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += code <= 0x7e || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2;
  }
  return width;
}
