import { Buffer } from 'node:buffer';
import type { EntryLocation } from './entry-location.js';
import { readUint64, viewOf, ZIP } from './zip-layout.js';

/** Length of the local header and its variable parts, and the first thing that is not as the directory says. */
export interface LocalHeader {
  readonly headerLength: number;
  /** Field that disagrees with the central directory, or null. */
  readonly disagreement: string | null;
}

/** Reads the local header at the start of `bytes` (30 bytes at least) against what the directory says. */
export function readLocalHeader(bytes: Uint8Array, location: EntryLocation): LocalHeader {
  const view = viewOf(bytes);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const headerLength = ZIP.localLength + nameLength + extraLength;
  return { headerLength, disagreement: disagreementOf(bytes, view, location, nameLength, extraLength) };
}

function disagreementOf(
  bytes: Uint8Array,
  view: DataView,
  location: EntryLocation,
  nameLength: number,
  extraLength: number,
): string | null {
  if (view.getUint32(0, true) !== ZIP.localSignature) return 'signature';
  const flags = view.getUint16(6, true);
  const forbidden = ZIP.flagEncrypted | ZIP.flagStrongEncryption | ZIP.flagMaskedHeaders;
  if ((flags & forbidden) !== 0) return 'flags';
  if (((flags & ZIP.flagDescriptor) !== 0) !== location.descriptor) return 'flags';
  if (view.getUint16(8, true) !== location.method) return 'method';
  const nameEnd = ZIP.localLength + nameLength;
  if (nameLength !== location.path.length || nameEnd > bytes.length) return 'name';
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + ZIP.localLength, nameLength).toString('latin1');
  if (name !== location.path) return 'name';
  if (location.descriptor) return null;
  if (view.getUint32(14, true) !== location.crc) return 'crc';
  const sizes = localSizes(view, nameEnd, Math.min(nameEnd + extraLength, bytes.length));
  if (sizes.compressedSize !== location.compressedSize) return 'compressed-size';
  return sizes.size === location.size ? null : 'size';
}

function localSizes(view: DataView, start: number, end: number): { size: number; compressedSize: number } {
  const sizes = { size: view.getUint32(22, true), compressedSize: view.getUint32(18, true) };
  if (sizes.size !== ZIP.max32 && sizes.compressedSize !== ZIP.max32) return sizes;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP.extra64 || at + 20 > end) continue;
    return { size: readUint64(view, at + 4) ?? -1, compressedSize: readUint64(view, at + 12) ?? -1 };
  }
  return sizes;
}
