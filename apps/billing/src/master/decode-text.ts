import { isUtf8 } from 'node:buffer';

const sliceBytes = 64 * 1024;

/**
 * The text of a file in pieces: UTF-8 with or without byte order mark, otherwise Shift_JIS (CP932). Null where it is
 * neither.
 */
export function decodeText(bytes: Buffer): Iterable<string> | null {
  if (isUtf8(bytes)) return piecesOf(bytes, 'utf-8');
  // Shift_JIS has no short test; a first pass that keeps nothing tells.
  try {
    for (const _ of piecesOf(bytes, 'shift_jis'));
  } catch {
    return null;
  }
  return piecesOf(bytes, 'shift_jis');
}

function* piecesOf(bytes: Buffer, encoding: 'utf-8' | 'shift_jis'): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    yield decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
  }
  yield decoder.decode();
}
