import type { Bilingual } from '@daiko/contracts';
import { text } from './text.js';

const clause = text(
  '値の前又は後ろに空白（␣）があります。',
  'A blank (␣) stands before or behind the value.',
);

/** A message whose value begins or ends with a blank shows it as ␣ and says so: nobody sees it otherwise. */
export function showBlanks(message: Bilingual, value: string | null): Bilingual {
  if (value === null || value === value.trim() || value.trim() === '') return message;
  const shown = value.replace(/^\s+|\s+$/g, (blanks) => '␣'.repeat(blanks.length));
  // Where it is quoted: a blank more may also make it a part of what was expected.
  const ja = message.ja.replaceAll(`「${value}」`, () => `「${shown}」`);
  const en = message.en.replaceAll(`"${value}"`, () => `"${shown}"`);
  if (ja === message.ja || en === message.en) return message;
  return text(`${ja}${clause.ja}`, `${en} ${clause.en}`);
}
