import { decodeText } from './decode-text.js';
import { Forms } from './forms.js';
import { PassageGroup, Passages } from './passage-group.js';
import { attributeIn, StartTag } from './start-tag.js';
import { attributeKey, expandedName, internedName } from './xml-names.js';
import type { XmlLimits } from './xml-limits.js';

const reserved = new Set([
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/2001/XInclude',
  '',
]);

const [tab, newline, space, doubleQuote, singleQuote, slash, colon, less, equals, greater] = [
  9, 10, 32, 34, 39, 47, 58, 60, 61, 62,
];

// A chain of more declarations than any real document has would make every look-up slow.
const mostDeclarations = 32;

/** A namespace declaration in force and those outside it, with the start tags that were read where it holds. */
export class Scope {
  /** Start tags by their text from `<` to `>`. */
  readonly tags = new Map<string, WrittenTag>();
  /** Stands for what is before the first passage of a document that begins here. */
  readonly outset = new PassageGroup(this);
  private readonly size: number;

  constructor(
    private readonly outer: Scope | null = null,
    private readonly prefix = '',
    private readonly uri = '',
  ) {
    this.size = outer === null ? 0 : outer.size + 1;
  }

  /** The scope with one more declaration; null for one that only the full reader may judge. */
  declare(prefix: string, uri: string): Scope | null {
    if (prefix === 'xml' || prefix === 'xmlns' || reserved.has(uri)) return null;
    // Blanks round a namespace are read differently by different readers.
    if (uri.trim() !== uri || this.size === mostDeclarations) return null;
    return new Scope(this, prefix, internedName(uri));
  }

  /** What a prefix stands for; null when it is not bound. */
  uriOf(prefix: string): string | null {
    if (this.outer === null) return prefix === '' ? '' : null;
    return this.prefix === prefix ? this.uri : this.outer.uriOf(prefix);
  }
}

/** A start tag as written. */
export interface WrittenTag {
  /** `</name>` with its prefix, as the element must end. */
  readonly endTag: string;
  /** Ends with `/>`. */
  readonly isEmpty: boolean;
  /** Namespaces in force inside. */
  readonly scope: Scope;
  readonly tag: StartTag;
  /** Of an element that may repeat as a whole: those read so far. */
  readonly passages: Passages | null;
  /** Of an element that stands in many documents with other values: the forms it was read in so far. */
  readonly forms: Forms | null;
}

/** Elements that repeat as a whole from record to record: results and institutions. */
const passageNames: ReadonlySet<string> = new Set([
  'entry',
  'author',
  'custodian',
  'documentationOf',
  'encounter',
]);
/** Elements that repeat with other values: persons, tickets, amounts, rare results. */
const formNames: ReadonlySet<string> = new Set([
  'entry',
  'recordTarget',
  'participant',
  'documentationOf',
  'subjectPerson',
  'checkupCard',
  'healthGuidanceCard',
  'settlement',
]);

/**
 * Reads one start tag, `text` from its `<` to its first `>`, one character per byte: ASCII names, the five entities. Null
 * for everything else, right or wrong: the full reader then decides.
 */
export function readStartTag(text: string, outer: Scope, limits: XmlLimits): WrittenTag | null {
  const nameLimit = nameEnd(text, 1);
  if (nameLimit === -1) return null;
  const qualifiedName = text.slice(1, nameLimit);
  const raw: string[] = [];
  const end = takeAttributes(text, nameLimit, raw, limits);
  if (end === -1) return null;
  const scope = declarationsOf(raw, outer);
  const pairs = scope === null ? null : resolve(raw, scope);
  if (scope === null || pairs === null) return null;
  const split = qualifiedName.indexOf(':');
  const uri = scope.uriOf(split === -1 ? '' : qualifiedName.slice(0, split));
  if (uri === null) return null;
  const type = attributeIn(pairs, 'xsi:type');
  const typeName = type === undefined ? null : expandedName(type, (prefix) => scope.uriOf(prefix));
  const tag = new StartTag(internedName(qualifiedName.slice(split + 1)), uri, pairs, typeName);
  const isEmpty = text.charCodeAt(end) === slash;
  const passages = !isEmpty && passageNames.has(tag.name) ? new Passages(outer) : null;
  const forms = !isEmpty && formNames.has(tag.name) ? new Forms() : null;
  return { endTag: `</${qualifiedName}>`, isEmpty, scope, tag, passages, forms };
}

/** Reads attributes as written into `raw`; the offset of `>` or `/>`, or -1. */
function takeAttributes(text: string, from: number, raw: string[], limits: XmlLimits): number {
  for (let at = from; ;) {
    const next = skipBlanks(text, at);
    const unit = text.charCodeAt(next);
    if (unit === greater) return next;
    if (unit === slash) return text.charCodeAt(next + 1) === greater ? next : -1;
    if (next === at) return -1;
    const end = nameEnd(text, next);
    if (end === -1 || text.charCodeAt(end) !== equals) return -1;
    const quote = text.charCodeAt(end + 1);
    if (quote !== doubleQuote && quote !== singleQuote) return -1;
    const close = text.indexOf(quote === doubleQuote ? '"' : "'", end + 2);
    if (close === -1 || close - end > limits.attributeLength) return -1;
    const value = attributeValue(text, end + 2, close);
    if (value === null || raw.length >= 2 * limits.attributesPerElement) return -1;
    raw.push(text.slice(next, end), value);
    at = close + 1;
  }
}

/** The scope inside a tag; null when a declaration or a repeated name is doubtful. */
function declarationsOf(raw: readonly string[], outer: Scope): Scope | null {
  let scope: Scope | null = outer;
  for (let i = 0; i < raw.length && scope !== null; i += 2) {
    const name = raw[i]!;
    if (isNamedBefore(raw, name, i)) return null;
    if (name === 'xmlns') scope = scope.declare('', raw[i + 1]!);
    else if (name.startsWith('xmlns:')) scope = scope.declare(name.slice(6), raw[i + 1]!);
  }
  return scope;
}

/** Takes namespace declarations out and names the other attributes by namespace; null when one is doubtful. */
function resolve(raw: readonly string[], scope: Scope): readonly string[] | null {
  const pairs: string[] = [];
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i]!;
    const split = name.indexOf(':');
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    if (split === -1) pairs.push(internedName(name), raw[i + 1]!);
    else {
      const prefix = name.slice(0, split);
      const uri = scope.uriOf(prefix);
      if (uri === null || uri === '') return null;
      const key = internedName(attributeKey(uri, prefix, name.slice(split + 1)));
      if (isNamedBefore(pairs, key, pairs.length)) return null;
      pairs.push(key, raw[i + 1]!);
    }
  }
  return pairs;
}

function isNamedBefore(pairs: readonly string[], name: string, end: number): boolean {
  for (let i = 0; i < end; i += 2) if (pairs[i] === name) return true;
  return false;
}

function skipBlanks(text: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== space && unit !== newline && unit !== tab) return at;
  }
}

/** End of an ASCII name with at most one colon inside, or -1. */
function nameEnd(text: string, from: number): number {
  let at = from;
  let colonAt = -1;
  for (; ; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95) continue;
    if (unit === colon) {
      if (colonAt !== -1 || at === from) return -1;
      colonAt = at;
    } else if ((unit >= 48 && unit <= 57) || unit === 45 || unit === 46) {
      if (at === from || at === colonAt + 1) return -1;
    } else break;
  }
  return at === from || at === colonAt + 1 ? -1 : at;
}

function attributeValue(text: string, start: number, end: number): string | null {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === less || unit === newline || unit === tab) return null;
  }
  return decodeText(text.slice(start, end));
}
