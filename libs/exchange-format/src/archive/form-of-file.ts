/** What a file that is no ZIP seems to be by its first bytes. */
export type FileForm = 'empty' | '7z' | 'rar' | 'gzip' | 'lzh' | 'cab' | 'xml' | 'pdf' | 'office' | 'unknown';

/** Bytes that {@link formOf} looks at. */
export const HEAD_LENGTH = 16;

// Signatures as Latin-1 text: control characters would be refused in a pattern.
const signatures: readonly (readonly [form: FileForm, start: string, at?: number])[] = [
  ['7z', '7z\u00bc\u00af'],
  ['rar', 'Rar!'],
  ['gzip', '\u001f\u008b'],
  ['lzh', '-lh', 2],
  ['lzh', '-lz', 2],
  ['cab', 'MSCF'],
  ['pdf', '%PDF'],
  ['office', '\u00d0\u00cf\u0011\u00e0'],
  ['xml', '<'],
  ['xml', '\u00ef\u00bb\u00bf<'],
];

/** Names the form of a file by its first {@link HEAD_LENGTH} bytes. */
export function formOf(head: Uint8Array): FileForm {
  if (head.length === 0) return 'empty';
  const text = String.fromCharCode(...head.subarray(0, HEAD_LENGTH));
  return signatures.find(([, start, at = 0]) => text.startsWith(start, at))?.[0] ?? 'unknown';
}
