import { isUtf8 } from 'node:buffer';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XmlElement, xsiNamespace } from './xml-element.js';

/** Upper bounds of one document; a document beyond any of them is refused, never cut. */
export interface XmlLimits {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Nesting of elements; the root is depth 1. */
  readonly depth: number;
  readonly elements: number;
  readonly attributesPerElement: number;
  /** Length of one attribute value in UTF-16 units. */
  readonly attributeLength: number;
}

/** Limits for the files of an archive: far above any real record, far below what would hurt. */
export const defaultXmlLimits: XmlLimits = {
  bytes: 16 * 1024 * 1024,
  depth: 64,
  elements: 50_000,
  attributesPerElement: 64,
  attributeLength: 64 * 1024,
};

/** Kind of defect; inspection rules X001–X003 and X010 are keyed on it. */
export type XmlDefectCode =
  | 'not-well-formed'
  | 'doctype'
  | 'xinclude'
  | 'encoding'
  | 'character'
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'attribute-limit';

/** Why a document was refused and where; `line` and `column` are 1-based, 1:1 when the whole file is meant. */
export interface XmlDefect {
  readonly code: XmlDefectCode;
  readonly line: number;
  readonly column: number;
  /** English, technical, free of the document's content. */
  readonly detail: string;
}

/** Result of {@link parseXml}. */
export type ParsedXml =
  | {
      readonly ok: true;
      readonly root: XmlElement;
      readonly byteOrderMark: boolean;
      readonly declaredEncoding: string | null;
      readonly processingInstructions: number;
    }
  | { readonly ok: false; readonly defects: readonly XmlDefect[] };

const xincludeNamespace = 'http://www.w3.org/2001/XInclude';
// C1 controls, private use, non-characters; C0 controls are refused by the parser itself.
const forbiddenCharacter =
  /[\u0080-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]/;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

class XmlRefusal extends Error {
  constructor(readonly defect: XmlDefect) {
    super(defect.code);
  }
}

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
  const forbidden = forbiddenCharacter.exec(text);
  if (forbidden !== null) {
    const { line, column } = placeAt(text, forbidden.index);
    return refused('character', line, column, 'control, private-use or non-character');
  }
  const reading = new Reading(limits, text.includes('&#'));
  try {
    return { ok: true, byteOrderMark, ...reading.read(text) };
  } catch (error) {
    if (error instanceof XmlRefusal) return { ok: false, defects: [error.defect] };
    throw error;
  }
}

class Reading {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private root: XmlElement | null = null;
  private here: XmlElement | null = null;
  private depth = 0;
  private elements = 0;
  private processingInstructions = 0;
  private tagLine = 1;
  private tagColumn = 1;
  private declaredEncoding: string | null = null;

  constructor(
    private readonly limits: XmlLimits,
    private readonly hasCharacterReferences: boolean,
  ) {}

  read(text: string) {
    this.listen();
    this.parser.write(text).close();
    if (this.root === null) return this.refuse('not-well-formed', 'no root element');
    return {
      root: this.root,
      declaredEncoding: this.declaredEncoding,
      processingInstructions: this.processingInstructions,
    };
  }

  private listen(): void {
    const { parser } = this;
    parser.on('error', (error) => this.refuse('not-well-formed', detailOf(error)));
    parser.on('doctype', () => this.refuse('doctype', 'document type declarations are refused'));
    parser.on('processinginstruction', () => this.processingInstructions++);
    parser.on('xmldecl', (declaration) => this.declare(declaration.encoding, declaration.version));
    parser.on('opentagstart', (tag) => {
      this.tagLine = parser.line;
      this.tagColumn = Math.max(1, parser.columnIndex - tag.name.length - 1);
    });
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', () => {
      this.depth--;
      this.here = this.here?.parent ?? null;
    });
    const append = (text: string) => {
      if (this.here === null) return;
      if (this.hasCharacterReferences) this.checkCharacters(text);
      this.here.text = this.here.text === '' ? text : this.here.text + text;
    };
    parser.on('text', append);
    parser.on('cdata', append);
  }

  private declare(encoding: string | undefined, version: string | undefined): void {
    if (version !== undefined && version !== '1.0') this.refuse('not-well-formed', 'XML version is not 1.0');
    this.declaredEncoding = encoding ?? null;
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      this.refuse('encoding', 'the declared encoding is not UTF-8');
    }
  }

  private open(tag: SaxesTagNS): void {
    if (++this.depth > this.limits.depth) this.refuse('too-deep', `deeper than ${this.limits.depth}`);
    if (++this.elements > this.limits.elements) {
      this.refuse('too-many-elements', `more than ${this.limits.elements} elements`);
    }
    if (tag.uri === xincludeNamespace) this.refuse('xinclude', 'XInclude is refused');
    const parent = this.here;
    const element = new XmlElement(tag.local, tag.uri, parent, this.tagLine, this.tagColumn);
    this.readAttributes(element, tag);
    if (parent === null) this.root = element;
    else parent.children.push(element);
    this.here = element;
  }

  private readAttributes(element: XmlElement, tag: SaxesTagNS): void {
    let read: Map<string, string> | null = null;
    let count = 0;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key]!;
      if (++count > this.limits.attributesPerElement) {
        this.refuse('attribute-limit', `more than ${this.limits.attributesPerElement} attributes`);
      }
      if (attribute.value.length > this.limits.attributeLength) {
        this.refuse('attribute-limit', `an attribute longer than ${this.limits.attributeLength}`);
      }
      if (attribute.prefix === 'xmlns' || key === 'xmlns') continue;
      if (this.hasCharacterReferences) this.checkCharacters(attribute.value);
      read ??= new Map();
      read.set(attributeKey(attribute.uri, attribute.prefix, attribute.local), attribute.value);
    }
    if (read !== null) element.attributes = read;
  }

  private checkCharacters(text: string): void {
    if (forbiddenCharacter.test(text)) this.refuse('character', 'reference to a forbidden character');
  }

  private refuse(code: XmlDefectCode, detail: string): never {
    const { line, columnIndex } = this.parser;
    throw new XmlRefusal({ code, line, column: Math.max(1, columnIndex), detail });
  }
}

function attributeKey(uri: string, prefix: string, local: string): string {
  if (prefix === '') return local;
  if (uri === xsiNamespace) return `xsi:${local}`;
  if (prefix === 'xml') return `xml:${local}`;
  return `{${uri}}${local}`;
}

function startsWithUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
}

// The parser's messages may quote the document; only their fixed beginning is kept.
function detailOf(error: Error): string {
  const message = error.message.replace(/^[^:]*:\d+:\d+: /, '').replace(/^\d+:\d+: /, '');
  const cut = message.search(/[:"'&<]/);
  return (cut === -1 ? message : message.slice(0, cut)).trim().replace(/\.$/, '') || 'syntax error';
}

function placeAt(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < index; next = text.indexOf('\n', next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: index - start + 1 };
}

function refused(code: XmlDefectCode, line: number, column: number, detail: string): ParsedXml {
  return { ok: false, defects: [{ code, line, column, detail }] };
}
