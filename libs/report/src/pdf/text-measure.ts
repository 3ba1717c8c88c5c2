/** Widths of characters in a font, and which characters it has. */
export interface TextMeasure {
  /** Width of a character of a font of size 1. */
  widthOf(character: string): number;
  has(character: string): boolean;
}

/** Stands for what the font has not (下駄), so that a reader sees that something is there. */
const substitute = '〓';

// Controls and marks that turn the direction of writing: they must not hide or disguise what stands beside them.
// eslint-disable-next-line no-control-regex
const disguises = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Text as the font can print it: one line, without controls, with a visible sign for what the font has not. */
export function printableIn(measure: TextMeasure, text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(disguises, substitute);
  let printed = '';
  for (const character of plain) printed += measure.has(character) ? character : substitute;
  return printed;
}

/** Characters that may not begin a line (行頭禁則). */
const notFirst = new Set('、。，．・：；？！）」』】〕〉》ーァィゥェォッャュョぁぃぅぇぉっゃゅょ,.)]}%');

/** Breaks a text into lines of at most `width`; words that are longer are broken where they must. */
export function wrap(measure: TextMeasure, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const character of printableIn(measure, text)) {
    const wide = measure.widthOf(character) * size;
    if (used + wide > width && line.length > 0) {
      // The character before goes down with one that may not stand first.
      const down = notFirst.has(character) && line.length > 1 ? [line.pop()!] : [];
      lines.push(line.join('').trimEnd());
      line = down;
      used = down.reduce((sum, each) => sum + measure.widthOf(each) * size, 0);
      if (character === ' ' && line.length === 0) continue;
    }
    line.push(character);
    used += wide;
  }
  if (line.length > 0 || lines.length === 0) lines.push(line.join('').trimEnd());
  return lines;
}
