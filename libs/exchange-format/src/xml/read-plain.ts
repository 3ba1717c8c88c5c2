import { attributeKey, expandedName, XmlElement, type XmlSource } from './xml-element.js';
import type { XmlLimits, XmlReading } from './xml-limits.js';

const declaration =
  /^<\?xml[ \n\t]+version=(?:"1\.0"|'1\.0')(?:[ \n\t]+encoding=(?:"([uU][tT][fF]-8)"|'([uU][tT][fF]-8)'))?(?:[ \n\t]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \n\t]*\?>/;
const reserved = new Set([
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/2001/XInclude',
  '',
]);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const [tab, newline, space, doubleQuote, singleQuote, slash, colon, less, equals, greater] = [
  9, 10, 32, 34, 39, 47, 58, 60, 61, 62,
];

/** Namespaces in force, innermost first. */
interface Scope {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Scope | null;
  readonly size: number;
}

// A chain of more declarations than any real document has would make every look-up slow.
const mostDeclarations = 32;

/**
 * Reads a plain document in one pass: ASCII names, the five entities, comments; no CDATA, no processing
 * instructions, no character references. Returns null for everything else, right or wrong: the full
 * reader then decides. What is accepted here the full reader accepts with the same result, given a text
 * without control characters and without `]]>`.
 */
export function readPlain(source: XmlSource, limits: XmlLimits): XmlReading<XmlElement> | null {
  return new PlainReader(source, limits).read();
}

class PlainReader {
  private readonly text: string;
  private at = 0;
  private root: XmlElement | null = null;
  private here: XmlElement | null = null;
  private elements = 0;
  private readonly openNames: string[] = [];
  private readonly scopes: (Scope | null)[] = [];
  private scope: Scope | null = null;

  constructor(
    private readonly source: XmlSource,
    private readonly limits: XmlLimits,
  ) {
    this.text = source.text;
  }

  read(): XmlReading<XmlElement> | null {
    const { text } = this;
    const declared = declaration.exec(text);
    if (declared !== null) this.at = declared[0].length;
    for (;;) {
      const start = text.indexOf('<', this.at);
      if (!this.takeText(start === -1 ? text.length : start)) return null;
      if (start === -1) break;
      this.at = start;
      if (!this.takeMarkup()) return null;
    }
    if (this.root === null || this.here !== null) return null;
    return {
      root: this.root,
      declaredEncoding: declared?.[1] ?? declared?.[2] ?? null,
      processingInstructions: 0,
    };
  }

  private takeText(end: number): boolean {
    if (end === this.at) return true;
    const raw = this.text.slice(this.at, end);
    const { here } = this;
    if (here === null) return !/[^ \n\t]/.test(raw);
    const decoded = decode(raw);
    if (decoded === null) return false;
    here.text = here.text === '' ? decoded : here.text + decoded;
    return true;
  }

  private takeMarkup(): boolean {
    switch (this.text.charCodeAt(this.at + 1)) {
      case slash:
        return this.takeEnd();
      case 33:
        return this.takeComment();
      default:
        return this.takeStart();
    }
  }

  private takeComment(): boolean {
    if (!this.text.startsWith('<!--', this.at)) return false;
    const end = this.text.indexOf('--', this.at + 4);
    if (end === -1 || this.text.charCodeAt(end + 2) !== greater) return false;
    this.at = end + 3;
    return true;
  }

  private takeEnd(): boolean {
    const name = this.openNames.pop();
    if (name === undefined || !this.text.startsWith(name, this.at + 2)) return false;
    const end = this.skipBlanks(this.at + 2 + name.length);
    if (this.text.charCodeAt(end) !== greater) return false;
    this.at = end + 1;
    this.leave();
    return true;
  }

  private leave(): void {
    this.here = this.here!.parent;
    this.scope = this.scopes.pop()!;
  }

  private takeStart(): boolean {
    const { text, limits } = this;
    if (this.here === null && this.root !== null) return false;
    const start = this.at;
    const nameEnd = this.nameEnd(start + 1);
    if (nameEnd === -1) return false;
    const name = text.slice(start + 1, nameEnd);
    if (this.openNames.length >= limits.depth || ++this.elements > limits.elements) return false;
    this.scopes.push(this.scope);
    const raw: string[] = [];
    const end = this.takeAttributes(nameEnd, raw);
    if (end === -1) return false;
    const pairs = raw.length === 0 ? raw : this.resolve(raw);
    if (pairs === null) return false;
    const split = name.indexOf(':');
    const uri = this.uriOf(split === -1 ? '' : name.slice(0, split));
    if (uri === null) return false;
    const element = new XmlElement(name.slice(split + 1), uri, this.here, pairs, this.source, start);
    if (pairs !== raw) {
      const type = element.attribute('xsi:type');
      if (type !== undefined) element.typeName = expandedName(type, (prefix) => this.uriOf(prefix));
    }
    this.root ??= element;
    this.here = element;
    if (text.charCodeAt(end) === slash) {
      this.at = end + 2;
      this.leave();
    } else {
      this.openNames.push(name);
      this.at = end + 1;
    }
    return true;
  }

  /** Reads attributes as written into `raw`; the offset of `>` or `/>`, or -1. */
  private takeAttributes(from: number, raw: string[]): number {
    const { text, limits } = this;
    for (let at = from; ;) {
      const next = this.skipBlanks(at);
      const unit = text.charCodeAt(next);
      if (unit === greater) return next;
      if (unit === slash) return text.charCodeAt(next + 1) === greater ? next : -1;
      if (next === at) return -1;
      const nameEnd = this.nameEnd(next);
      if (nameEnd === -1 || text.charCodeAt(nameEnd) !== equals) return -1;
      const quote = text.charCodeAt(nameEnd + 1);
      if (quote !== doubleQuote && quote !== singleQuote) return -1;
      const end = text.indexOf(quote === doubleQuote ? '"' : "'", nameEnd + 2);
      if (end === -1 || end - nameEnd > limits.attributeLength) return -1;
      const value = attributeValue(text, nameEnd + 2, end);
      if (value === null || raw.length >= 2 * limits.attributesPerElement) return -1;
      raw.push(text.slice(next, nameEnd), value);
      at = end + 1;
    }
  }

  /** Takes namespace declarations out and names the other attributes by namespace; null when one is doubtful. */
  private resolve(raw: readonly string[]): readonly string[] | null {
    let plain = true;
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i]!;
      if (namesBefore(raw, name, i)) return null;
      if (name === 'xmlns') {
        if (!this.declare('', raw[i + 1]!)) return null;
        plain = false;
      } else if (name.includes(':')) {
        if (name.startsWith('xmlns:') && !this.declare(name.slice(6), raw[i + 1]!)) return null;
        plain = false;
      }
    }
    if (plain) return raw;
    const pairs: string[] = [];
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i]!;
      const split = name.indexOf(':');
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      if (split === -1) pairs.push(name, raw[i + 1]!);
      else {
        const prefix = name.slice(0, split);
        const uri = this.uriOf(prefix);
        if (uri === null || uri === '') return null;
        const key = attributeKey(uri, prefix, name.slice(split + 1));
        if (namesBefore(pairs, key, pairs.length)) return null;
        pairs.push(key, raw[i + 1]!);
      }
    }
    return pairs;
  }

  private declare(prefix: string, uri: string): boolean {
    if (prefix === 'xml' || prefix === 'xmlns' || reserved.has(uri)) return false;
    // Blanks round a namespace are read differently by different readers.
    if (uri.trim() !== uri) return false;
    const size = (this.scope?.size ?? 0) + 1;
    this.scope = { prefix, uri, outer: this.scope, size };
    return size <= mostDeclarations;
  }

  private uriOf(prefix: string): string | null {
    for (let scope = this.scope; scope !== null; scope = scope.outer)
      if (scope.prefix === prefix) return scope.uri;
    return prefix === '' ? '' : null;
  }

  private skipBlanks(from: number): number {
    let at = from;
    for (;;) {
      const unit = this.text.charCodeAt(at);
      if (unit !== space && unit !== newline && unit !== tab) return at;
      at++;
    }
  }

  /** End of an ASCII name with at most one colon inside, or -1. */
  private nameEnd(from: number): number {
    const { text } = this;
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
}

function namesBefore(pairs: readonly string[], name: string, end: number): boolean {
  for (let i = 0; i < end; i += 2) if (pairs[i] === name) return true;
  return false;
}

function attributeValue(text: string, start: number, end: number): string | null {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === less || unit === newline || unit === tab) return null;
  }
  return decode(text.slice(start, end));
}

/** Resolves the five entities; null when another reference stands. */
function decode(raw: string): string | null {
  let at = raw.indexOf('&');
  if (at === -1) return raw;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const end = raw.indexOf(';', at);
    const letter = end === -1 ? undefined : entities[raw.slice(at + 1, end)];
    if (letter === undefined) return null;
    decoded += raw.slice(from, at) + letter;
    from = end + 1;
    at = raw.indexOf('&', from);
  }
  return decoded + raw.slice(from);
}
