import { Buffer, isUtf8 } from 'node:buffer';

/** What the bytes of a document say about their own encoding. */
export interface EncodingFacts {
  /** Byte order mark at the very start. */
  readonly bom: 'utf-8' | 'utf-16le' | 'utf-16be' | null;
  /** Length of that mark in bytes. */
  readonly bomLength: number;
  /** True when every byte after the mark is part of well-formed UTF-8. */
  readonly utf8: boolean;
  /** Name in the XML declaration, in capitals, or null without one. */
  readonly declared: string | null;
}

const DECLARATION = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/;

function byteOrderMark(bytes: Uint8Array): { bom: EncodingFacts['bom']; length: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { bom: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { bom: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { bom: 'utf-16be', length: 2 };
  return { bom: null, length: 0 };
}

/** Examines mark, validity and declaration without decoding the document. */
export function examineEncoding(bytes: Uint8Array): EncodingFacts {
  const mark = byteOrderMark(bytes);
  const body = bytes.subarray(mark.length);
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 256)).toString('latin1');
  return {
    bom: mark.bom,
    bomLength: mark.length,
    utf8: isUtf8(body),
    declared: DECLARATION.exec(head)?.[1]?.toUpperCase() ?? null,
  };
}
