import { isUtf8 } from 'node:buffer';
import { forbiddenCharacter, suspectCharacter } from './forbidden-character.js';
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
  if (startsWithUtf16Mark(bytes) || !isUtf8(bytes)) {
    return refused('encoding', 1, 1, 'the bytes are not UTF-8');
  }
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decoder.decode(byteOrderMark ? bytes.subarray(3) : bytes);
  if (text.startsWith('\ufeff')) return refused('not-well-formed', 1, 1, 'a second byte order mark');
  const source = new XmlSource(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  const isSuspect = suspectCharacter.test(source.text);
  const forbidden = isSuspect ? forbiddenCharacter.exec(source.text) : null;
  if (forbidden !== null) {
    const { line, column } = source.placeAt(forbidden.index);
    return refused('character', line, column, 'control, private-use or non-character');
  }
  const plain = isSuspect || source.text.includes(']]>') ? null : readPlain(source, limits);
  const read = plain ?? readFully(source, limits);
  return 'code' in read ? { ok: false, defects: [read] } : { ok: true, byteOrderMark, ...read };
}

function startsWithUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
}

function refused(code: XmlDefectCode, line: number, column: number, detail: string): ParsedXml {
  return { ok: false, defects: [{ code, line, column, detail }] };
}
