type Encode = (text: string) => Buffer;

/** Row and cell of JIS X 0208, from 1, for kana and a few signs; null for what the table of the tests has not. */
function cellOf(code: number): readonly [row: number, cell: number] | null {
  if (code >= 0x3041 && code <= 0x3093) return [4, code - 0x3040];
  if (code >= 0x30a1 && code <= 0x30f6) return [5, code - 0x30a0];
  if (code >= 0xff10 && code <= 0xff19) return [3, code - 0xff00];
  return signs.get(code) ?? null;
}

const signs = new Map<number, readonly [number, number]>([
  [0x3000, [1, 1]],
  [0x3001, [1, 2]],
  [0x3002, [1, 3]],
  [0x30fc, [1, 28]],
  [0x301c, [1, 33]],
]);

// Sign for what the table has not (〓).
const missing = [2, 14] as const;

function byCells(
  halfWidthKana: (code: number) => number[],
  ofCell: (row: number, cell: number) => number[],
): Encode {
  return (text) =>
    Buffer.from(
      Array.from(text, (character) => {
        const code = character.codePointAt(0) ?? 0;
        if (code < 0x80) return [code];
        if (code >= 0xff61 && code <= 0xff9f) return halfWidthKana(code - 0xff61 + 0xa1);
        return ofCell(...(cellOf(code) ?? missing));
      }).flat(),
    );
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** Encodings that the field knew before UTF-8, for kana, digits and ASCII; other characters become 〓. */
export const legacyEncodings: Readonly<Record<string, Encode>> = {
  Shift_JIS: byCells(
    (code) => [code],
    (row, cell) => {
      const first = ((row + 1) >> 1) + 0x80;
      return [first, row % 2 === 0 ? cell + 0x9e : cell + (cell > 63 ? 0x40 : 0x3f)];
    },
  ),
  'EUC-JP': byCells(
    (code) => [0x8e, code],
    (row, cell) => [row + 0xa0, cell + 0xa0],
  ),
  'UTF-16LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => swapped(`\ufeff${text}`),
  'UTF-16LE without mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE without mark': swapped,
};
