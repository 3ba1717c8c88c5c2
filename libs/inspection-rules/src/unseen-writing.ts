import type { Bilingual } from '@daiko/contracts';
import { text } from './text.js';

const blankClause = text(
  '値の前又は後ろに空白（␣）があります。',
  'A blank (␣) stands before or behind the value.',
);

/**
 * A message says what nobody sees of the value that it quotes: blanks at its ends, and letters of full width, except where
 * that is how such a value may be written.
 */
export function showUnseen(message: Bilingual, value: string | null, isOfFullWidth: boolean): Bilingual {
  if (value === null) return message;
  const shown = showBlanks(message, value);
  return isOfFullWidth ? shown : showWidth(shown, value);
}

/** Shows blanks at the ends of a value as ␣. */
function showBlanks(message: Bilingual, value: string): Bilingual {
  if (value === value.trim() || value.trim() === '') return message;
  const shown = value.replace(/^\s+|\s+$/g, (blanks) => '␣'.repeat(blanks.length));
  // Where it is quoted: a blank more may also make it a part of what was expected.
  const ja = message.ja.replaceAll(`「${value}」`, () => `「${shown}」`);
  const en = message.en.replaceAll(`"${value}"`, () => `"${shown}"`);
  if (ja === message.ja || en === message.en) return message;
  return text(`${ja}${blankClause.ja}`, `${en} ${blankClause.en}`);
}

/** Digits, letters and signs of full width, and nothing that is written so. */
const fullWidth = /^[\x20-\x7e\uff01-\uff5e]*[\uff01-\uff5e][\x20-\x7e\uff01-\uff5e]*$/;

/** Says that a value is in full width, and how it reads otherwise; messages that speak of widths do already. */
function showWidth(message: Bilingual, value: string): Bilingual {
  if (value.length > 40 || !fullWidth.test(value)) return message;
  if (!message.ja.includes(`「${value}」`) || message.ja.includes('全角')) return message;
  const half = value.normalize('NFKC');
  return text(
    `${message.ja}値に全角の文字があります（半角では「${half}」）。`,
    `${message.en} It is written in full width ("${half}" in half width).`,
  );
}
