import { isUtf8 } from 'node:buffer';
import { controlCharacter, forbiddenCharacter, suspectCharacter } from './forbidden-character.js';
import { foreignEncodingOf, utf16Of } from './foreign-encoding.js';
import { readFully, type XmlDefect, type XmlDefectCode } from './read-fully.js';
import { readPlain } from './read-plain.js';
import { type XmlElement, XmlSource } from './xml-element.js';
import { defaultXmlLimits, type XmlLimits, type XmlReading } from './xml-limits.js';

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
  const text = decoder.decode(byteOrderMark ? bytes.subarray(3) : bytes);
  if (text.startsWith('\ufeff')) return refused('not-well-formed', 1, 1, 'a second byte order mark');
  if (holdsNothing(text)) return refused('empty', 1, 1, 'nothing but a declaration, or nothing at all');
  const source = new XmlSource(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  const isSuspect = suspectCharacter.test(source.text);
  const forbidden = isSuspect
    ? (controlCharacter.exec(source.text) ?? forbiddenCharacter.exec(source.text))
    : null;
  if (forbidden !== null) {
    const { line, column } = source.placeAt(forbidden.index);
    return refused('character', line, column, 'control, private-use or non-character');
  }
  const plain = isSuspect || source.text.includes(']]>') ? null : readPlain(source, limits);
  const read = plain ?? readFully(source, limits);
  return 'code' in read ? { ok: false, defects: [read] } : { ok: true, byteOrderMark, ...read };
}

function notUtf8(bytes: Uint8Array): ParsedXml {
  const wide = utf16Of(bytes);
  const { name, offset } = wide === null ? foreignEncodingOf(bytes) : { name: wide, offset: 0 };
  const before = new XmlSource(decoder.decode(bytes.subarray(0, offset)).replace(/\r\n?/g, '\n'));
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
