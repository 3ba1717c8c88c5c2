import { Buffer } from 'node:buffer';
import { suspectBytes } from './forbidden-character.js';

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Nothing to decode and nothing to refuse. */
const plainAscii = /^[\t\n\x20-\x25\x27-\x5c\x5e-\x7e]*$/;
const beyondAscii = /[\x80-\xff]/;
/** Where names and addresses are decoded, one after the other. */
const scratch = Buffer.allocUnsafe(1024);

/**
 * Text or attribute value as it is meant, from UTF-8 as one character per byte: the five entities of XML resolved. Null
 * when another reference stands, a character that no document may hold, or `]]>`.
 */
export function decodeText(raw: string): string | null {
  if (plainAscii.test(raw)) return raw;
  if (suspectBytes.test(raw) || raw.includes(']]>')) return null;
  return decodeEntities(beyondAscii.test(raw) ? decodeUtf8(raw) : raw);
}

function decodeUtf8(raw: string): string {
  if (raw.length > scratch.length) return Buffer.from(raw, 'latin1').toString();
  return scratch.toString('utf8', 0, scratch.write(raw, 'latin1'));
}

function decodeEntities(raw: string): string | null {
  let at = raw.indexOf('&');
  if (at === -1) return raw;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const end = raw.indexOf(';', at);
    const letter = end === -1 ? undefined : entities.get(raw.slice(at + 1, end));
    if (letter === undefined) return null;
    decoded += raw.slice(from, at) + letter;
    from = end + 1;
    at = raw.indexOf('&', from);
  }
  return decoded + raw.slice(from);
}
