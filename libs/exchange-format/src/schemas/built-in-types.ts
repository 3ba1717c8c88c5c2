import type { WhiteSpace } from './schema-tables.js';

/** Namespace of XML Schema 1.0. */
export const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';

/** A built-in simple type: how it treats white space and which texts are its values. */
export interface BuiltInType {
  readonly base: string | null;
  readonly whiteSpace: WhiteSpace;
  readonly isNumeric?: true;
  accepts(value: string): boolean;
}

const letters =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const more = '\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}';
// eslint-disable-next-line no-misleading-character-class -- the ranges are those of the names of XML 1.0
const nmtoken = new RegExp(`^[:${letters}${more}]+$`, 'u');
// eslint-disable-next-line no-misleading-character-class -- as above
const ncName = new RegExp(`^[${letters}][${letters}${more}]*$`, 'u');
// An exponent without digits passes in libxml2, with which the field validates.
const double = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d*)?|-?INF|NaN)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** The built-in types that the schemas of the exchange format use, and the ones these are derived from. */
export const builtInTypes: Readonly<Record<string, BuiltInType>> = {
  string: { base: null, whiteSpace: 'preserve', accepts: () => true },
  token: { base: 'string', whiteSpace: 'collapse', accepts: () => true },
  NMTOKEN: { base: 'token', whiteSpace: 'collapse', accepts: (value) => nmtoken.test(value) },
  NMTOKENS: { base: null, whiteSpace: 'collapse', accepts: each((value) => nmtoken.test(value)) },
  ID: { base: 'token', whiteSpace: 'collapse', accepts: (value) => ncName.test(value) },
  IDREF: { base: 'token', whiteSpace: 'collapse', accepts: (value) => ncName.test(value) },
  IDREFS: { base: null, whiteSpace: 'collapse', accepts: each((value) => ncName.test(value)) },
  anyURI: { base: null, whiteSpace: 'collapse', accepts: isUriReference },
  boolean: {
    base: null,
    whiteSpace: 'collapse',
    accepts: (value) => value === 'true' || value === 'false' || value === '1' || value === '0',
  },
  integer: {
    base: null,
    whiteSpace: 'collapse',
    isNumeric: true,
    accepts: (value) => /^[+-]?\d+$/.test(value) && digitsOf(value) <= 24,
  },
  decimal: {
    base: null,
    whiteSpace: 'collapse',
    isNumeric: true,
    accepts: (value) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) && digitsOf(value) <= 24,
  },
  double: { base: null, whiteSpace: 'collapse', isNumeric: true, accepts: (value) => double.test(value) },
  base64Binary: { base: null, whiteSpace: 'collapse', accepts: isBase64 },
};

function digitsOf(value: string): number {
  return value.replace(/^[+-]?0*/, '').replace('.', '').length;
}

function each(accepts: (value: string) => boolean): (value: string) => boolean {
  // No item at all passes in libxml2.
  return (value) => value === '' || value.split(' ').every(accepts);
}

/** Letters that are no Base64 are passed over, as libxml2 does; the spare bits of the last letter must be zero. */
function isBase64(value: string): boolean {
  return base64.test(value.replace(/[^A-Za-z0-9+/=]/g, ''));
}

const letter = "[A-Za-z0-9\\-_.!~*'()&=+$,;@]|%[0-9A-Fa-f]{2}";
const path = `(?:${letter}|[:/])*`;
const authority = `//(?:(?:${letter}|:)*@)?(?:\\[[^\\]/]*\\]|(?:${letter})*)(?::[0-9]+)?(?:/${path})?`;
const uriReference = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.\\-]*:(?:${authority}|(?!//)${path})|${authority}|/(?!/)${path}|(?:(?:${letter})+(?:/${path})?)?)` +
    `(?:\\?(?:${letter}|[:/?])*)?(?:#(?:${letter}|[:/?[\\]])*)?$`,
);

/** RFC 3986 as libxml2 reads it: what it would escape (blanks, other letters) is allowed. */
function isUriReference(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- what is outside ASCII is escaped before the judgement
  return uriReference.test(value.replace(/[^\u0000-\u007f]|[ "<>\\^`{|}]/gu, '%20'));
}
