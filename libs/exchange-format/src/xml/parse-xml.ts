import { Buffer, isUtf8 } from 'node:buffer';
import { controlCharacter, forbiddenCharacter } from './forbidden-character.js';
import { foreignEncodingOf, utf16Of } from './foreign-encoding.js';
import { readFully, type XmlDefect, type XmlDefectCode } from './read-fully.js';
import { readPlain } from './read-plain.js';
import type { XmlElement } from './xml-element.js';
import { defaultXmlLimits, type XmlLimits, type XmlReading } from './xml-limits.js';
import { viewOfBytes } from './written-bytes.js';
import { XmlSource } from './xml-source.js';

/** Result of {@link parseXml}. */
export type ParsedXml =
  | ({ readonly ok: true; readonly byteOrderMark: boolean } & XmlReading<XmlElement>)
  | { readonly ok: false; readonly defects: readonly XmlDefect[] };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads one XML 1.0 document of the exchange format (UTF-8 only, no DTD, no XInclude) into elements.
 * Strict: the first defect ends the reading and is returned; nothing is thrown for bad data.
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = defaultXmlLimits): ParsedXml {
  if (bytes.byteLength > limits.bytes) {
    return refused('too-large', 1, 1, `more than ${limits.bytes} bytes`);
  }
  if (utf16Of(bytes) !== null || !isUtf8(bytes)) return notUtf8(bytes);
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const written = latin1Of(body);
  const text = withNewlines(written);
  const plain = readPlain(text, limits, text === written ? viewOfBytes(body) : undefined);
  return plain === null ? parseFully(body, byteOrderMark, limits) : { ok: true, byteOrderMark, ...plain };
}

/** Reads what is not plain, or says what is wrong with it. */
function parseFully(body: Uint8Array, byteOrderMark: boolean, limits: XmlLimits): ParsedXml {
  const text = decoder.decode(body);
  if (text.startsWith('\ufeff')) return refused('not-well-formed', 1, 1, 'a second byte order mark');
  if (holdsNothing(text)) return refused('empty', 1, 1, 'nothing but a declaration, or nothing at all');
  const source = new XmlSource(withNewlines(text));
  const forbidden = controlCharacter.exec(source.text) ?? forbiddenCharacter.exec(source.text);
  if (forbidden !== null) {
    const { line, column } = source.placeAt(forbidden.index);
    const detail = 'control, private-use or non-character';
    const codePoint = forbidden[0].codePointAt(0)!;
    return { ok: false, defects: [{ code: 'character', line, column, detail, codePoint }] };
  }
  const read = readFully(source, limits);
  return 'code' in read ? { ok: false, defects: [read] } : { ok: true, byteOrderMark, ...read };
}

function latin1Of(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('latin1');
}

function withNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function notUtf8(bytes: Uint8Array): ParsedXml {
  const wide = utf16Of(bytes);
  const { name, offset } = wide === null ? foreignEncodingOf(bytes) : { name: wide, offset: 0 };
  const before = new XmlSource(withNewlines(decoder.decode(bytes.subarray(0, offset))));
  const { line, column } = before.placeAt(before.text.length);
  const detail = 'the bytes are not UTF-8';
  return { ok: false, defects: [{ code: 'encoding', line, column, detail, encoding: name }] };
}

/** Blanks, a declaration, or nothing: a file that was never filled. */
function holdsNothing(text: string): boolean {
  return text.length < 1000 ? /^\s*(?:<\?xml\s[^<>]*\?>)?\s*$/.test(text) : text.trim() === '';
}

function refused(code: XmlDefectCode, line: number, column: number, detail: string): ParsedXml {
  return { ok: false, defects: [{ code, line, column, detail }] };
}
