import { Buffer } from 'node:buffer';

/** Bytes of a text as a view, in which longer texts are compared in place: to cut and compare strings costs several times as much. */
export type WrittenBytes = DataView;

export function viewOfBytes({ buffer, byteOffset, byteLength }: Uint8Array): WrittenBytes {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The bytes of a text of one character per byte. */
export function viewOfText(text: string): WrittenBytes {
  return viewOfBytes(Buffer.from(text, 'latin1'));
}

/** True where `part` stands at an offset. */
export function standsAt(part: WrittenBytes, bytes: WrittenBytes, at: number): boolean {
  const { byteLength } = part;
  if (at + byteLength > bytes.byteLength) return false;
  let next = 0;
  for (; next + 4 <= byteLength; next += 4) {
    if (part.getInt32(next, true) !== bytes.getInt32(at + next, true)) return false;
  }
  for (; next < byteLength; next++) if (part.getUint8(next) !== bytes.getUint8(at + next)) return false;
  return true;
}
