import { SaxesParser, type SaxesTagNS } from 'saxes';
import { forbiddenCharacter } from './forbidden-character.js';
import { attributeIn, StartTag } from './start-tag.js';
import { XmlElement } from './xml-element.js';
import { attributeKey, expandedName } from './xml-names.js';
import type { XmlLimits, XmlReading } from './xml-limits.js';
import type { XmlSource } from './xml-source.js';

/** Kind of defect; inspection rules X001–X003 and X010 are keyed on it. */
export type XmlDefectCode =
  | 'not-well-formed'
  | 'empty'
  | 'version'
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
  /** Of `encoding`: what is declared, or what the bytes seem to be; null where that cannot be told. */
  readonly encoding?: string | null;
  /** Of `character`: which one it is. */
  readonly codePoint?: number;
}

const xincludeNamespace = 'http://www.w3.org/2001/XInclude';

class XmlRefusal extends Error {
  constructor(readonly defect: XmlDefect) {
    super(defect.code);
  }
}

/** Reads any document with a strict parser; gives the first defect where it is refused. */
export function readFully(source: XmlSource, limits: XmlLimits): XmlReading<XmlElement> | XmlDefect {
  try {
    return new FullReader(source, limits).read();
  } catch (error) {
    if (error instanceof XmlRefusal) return error.defect;
    throw error;
  }
}

class FullReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly hasCharacterReferences: boolean;
  private root: XmlElement | null = null;
  private here: XmlElement | null = null;
  private depth = 0;
  private elements = 0;
  private attributes = 0;
  private processingInstructions = 0;
  private tagOffset = 0;
  private declaredEncoding: string | null = null;

  constructor(
    private readonly source: XmlSource,
    private readonly limits: XmlLimits,
  ) {
    this.hasCharacterReferences = source.text.includes('&#');
  }

  read(): XmlReading<XmlElement> {
    this.listen();
    this.parser.write(this.source.text).close();
    if (this.root === null) return this.refuse('not-well-formed', 'no root element');
    return {
      root: this.root,
      declaredEncoding: this.declaredEncoding,
      processingInstructions: this.processingInstructions,
    };
  }

  private listen(): void {
    const { parser } = this;
    parser.on('error', (error) => this.refuseSyntax(detailOf(error)));
    parser.on('doctype', () => this.refuse('doctype', 'document type declarations are refused'));
    parser.on('processinginstruction', () => {
      this.count();
      this.processingInstructions++;
    });
    parser.on('xmldecl', (declaration) => this.declare(declaration.encoding, declaration.version));
    parser.on('opentagstart', (tag) => {
      this.tagOffset = this.source.text.lastIndexOf('<', parser.position - tag.name.length);
      this.attributes = 0;
    });
    // Counted as they come, before the parser gathers what a hostile tag has; declarations of namespaces count too.
    parser.on('attribute', ({ value }) => this.countAttribute(value));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', () => {
      this.depth--;
      this.here = this.here?.parent ?? null;
    });
    const append = (text: string) => {
      if (this.here === null) return;
      this.checkCharacters(text);
      this.here.text += text;
    };
    parser.on('text', append);
    parser.on('cdata', (text) => {
      this.count();
      append(text);
      if (this.here !== null) this.here.hasCdata = true;
    });
  }

  private declare(encoding: string | undefined, version: string | undefined): void {
    if (version !== undefined && version !== '1.0') this.refuse('version', 'XML version is not 1.0');
    this.declaredEncoding = encoding ?? null;
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      const named = /^[A-Za-z][\w.-]{0,39}$/.test(encoding) ? encoding : null;
      this.refuse('encoding', 'the declared encoding is not UTF-8', { encoding: named });
    }
  }

  private open(tag: SaxesTagNS): void {
    if (++this.depth > this.limits.depth) this.refuse('too-deep', `deeper than ${this.limits.depth}`);
    this.count();
    if (tag.uri === xincludeNamespace) this.refuse('xinclude', 'XInclude is refused');
    const pairs = this.attributesOf(tag);
    const type = attributeIn(pairs, 'xsi:type');
    const typeName = type === undefined ? null : expandedName(type, (prefix) => this.uriOf(prefix));
    const startTag = new StartTag(tag.local, tag.uri, pairs, typeName);
    const element = new XmlElement(startTag, this.here, this.source, this.tagOffset);
    this.here?.append(element);
    this.root ??= element;
    this.here = element;
  }

  private count(): void {
    if (++this.elements > this.limits.elements) {
      this.refuse('too-many-elements', `more than ${this.limits.elements} elements`);
    }
  }

  private uriOf(prefix: string): string | null {
    return this.parser.resolve(prefix) ?? (prefix === '' ? '' : null);
  }

  private attributesOf(tag: SaxesTagNS): string[] {
    const pairs: string[] = [];
    for (const key in tag.attributes) {
      const { prefix, local, uri, value } = tag.attributes[key]!;
      if (prefix === 'xmlns' || key === 'xmlns') continue;
      this.checkCharacters(value);
      pairs.push(attributeKey(uri, prefix, local), value);
    }
    return pairs;
  }

  private countAttribute(value: string): void {
    if (++this.attributes > this.limits.attributesPerElement) {
      this.refuse('attribute-limit', `more than ${this.limits.attributesPerElement} attributes`);
    }
    if (value.length > this.limits.attributeLength) {
      this.refuse('attribute-limit', `an attribute longer than ${this.limits.attributeLength}`);
    }
  }

  private checkCharacters(text: string): void {
    const forbidden = this.hasCharacterReferences ? forbiddenCharacter.exec(text) : null;
    if (forbidden === null) return;
    const codePoint = forbidden[0].codePointAt(0)!;
    this.refuse('character', 'reference to a forbidden character', { codePoint });
  }

  // A bare & makes the parser look for its end far away: the sign itself is what people must mend.
  private refuseSyntax(detail: string): never {
    const { text } = this.source;
    const { position } = this.parser;
    const reference = numericReference.exec(text.slice(Math.max(0, position - 12), position));
    if (reference !== null && detail === 'malformed character entity') {
      const codePoint = Number(reference[1]!.replace('x', '0x'));
      return this.refuse('character', 'reference to a forbidden character', { codePoint });
    }
    const bare = text.search(bareAmpersand);
    if (bare === -1 || bare >= position) return this.refuse('not-well-formed', detail);
    const before = text.slice(0, bare).split('\n');
    return this.refuse('not-well-formed', 'malformed character entity', {
      line: before.length,
      column: before.at(-1)!.length + 1,
    });
  }

  private refuse(code: XmlDefectCode, detail: string, more: Partial<XmlDefect> = {}): never {
    const { line, columnIndex } = this.parser;
    throw new XmlRefusal({ code, line, column: Math.max(1, columnIndex), detail, ...more });
  }
}

/** A reference by number that has just been read, at the end of the text. */
const numericReference = /&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});?$/;

/** An & that begins no reference. */
const bareAmpersand = /&(?!(?:[A-Za-z_][\w.-]{0,63}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/;

// The parser's messages may quote the document; only their fixed beginning is kept.
function detailOf(error: Error): string {
  const message = error.message.replace(/^[^:]*:\d+:\d+: /, '').replace(/^\d+:\d+: /, '');
  const cut = message.search(/[:"'&<]/);
  return (cut === -1 ? message : message.slice(0, cut)).trim().replace(/\.$/, '') || 'syntax error';
}
