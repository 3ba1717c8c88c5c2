/** A document that is not written in UTF-8, as far as its bytes tell. */
export interface ForeignEncoding {
  /** What it seems to be written in; null where it is UTF-8 with broken bytes in it, or nothing known. */
  readonly name: 'UTF-16LE' | 'UTF-16BE' | 'Shift_JIS' | 'EUC-JP' | null;
  /** Offset of the first byte that is no UTF-8; 0 where the whole document is meant. */
  readonly offset: number;
}

/** Bytes looked at to tell Shift_JIS from EUC-JP. */
const looked = 64 * 1024;

/** UTF-16 by its mark, or by every other byte being zero at the beginning; null for other bytes. */
export function utf16Of(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const { 0: a = 0, 1: b = 0, 2: c = 0, 3: d = 0 } = bytes;
  if (bytes.length < 2) return null;
  if ((a === 0xff && b === 0xfe) || (bytes.length > 3 && b + d === 0 && a * c > 0)) return 'UTF-16LE';
  if ((a === 0xfe && b === 0xff) || (bytes.length > 3 && a + c === 0 && b * d > 0)) return 'UTF-16BE';
  return null;
}

/** What bytes are that are not well-formed UTF-8. */
export function foreignEncodingOf(bytes: Uint8Array): ForeignEncoding {
  const offset = firstBadByte(bytes);
  // Good UTF-8 before the first bad byte, or a character cut off at the end: damage, not another encoding.
  const isDamaged = offset > bytes.length - 4 || bytes.subarray(0, offset).some((byte) => byte >= 0x80);
  if (isDamaged) return { name: null, offset };
  const sample = bytes.subarray(0, looked);
  if (isMadeOf(sample, eucLength)) return { name: 'EUC-JP', offset: 0 };
  if (isMadeOf(sample, shiftJisLength)) return { name: 'Shift_JIS', offset: 0 };
  return { name: null, offset };
}

type LengthAt = (bytes: Uint8Array, at: number) => number;

// What the sample cuts off at its end may be anything.
function isMadeOf(bytes: Uint8Array, lengthAt: LengthAt): boolean {
  for (let at = 0; at < bytes.length - 2;) {
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

const within = (byte: number | undefined, low: number, high: number): boolean =>
  byte !== undefined && byte >= low && byte <= high;

const eucLength: LengthAt = (bytes, at) => {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead === 0x8e) return within(bytes[at + 1], 0xa1, 0xdf) ? 2 : 0;
  const length = lead === 0x8f ? 3 : within(lead, 0xa1, 0xfe) ? 2 : 0;
  for (let more = 1; more < length; more++) if (!within(bytes[at + more], 0xa1, 0xfe)) return 0;
  return length;
};

const shiftJisLength: LengthAt = (bytes, at) => {
  const lead = bytes[at]!;
  if (lead < 0x80 || within(lead, 0xa1, 0xdf)) return 1;
  const trail = bytes[at + 1];
  const isPair = within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc);
  return isPair && within(trail, 0x40, 0xfc) && trail !== 0x7f ? 2 : 0;
};

/** Offset of the first byte that begins no well-formed character of UTF-8; the length where there is none. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let more = 1; more < length; more++) if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates and what lies beyond U+10FFFF.
  const isBad =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return isBad ? 0 : length;
}
