import { decodeEntities } from './decode-entities.js';
import { KnownTags } from './known-tags.js';
import type { Scope, WrittenTag } from './read-start-tag.js';
import { XmlElement, type XmlSource } from './xml-element.js';
import type { XmlLimits, XmlReading } from './xml-limits.js';

const declaration =
  /^<\?xml[ \n\t]+version=(?:"1\.0"|'1\.0')(?:[ \n\t]+encoding=(?:"([uU][tT][fF]-8)"|'([uU][tT][fF]-8)'))?(?:[ \n\t]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \n\t]*\?>/;

const [tab, newline, space, slash, greater] = [9, 10, 32, 47, 62];

let knownTags: KnownTags | null = null;

/**
 * Reads a plain document in one pass: ASCII names, the five entities, comments; no CDATA, no processing
 * instructions, no character references. Returns null for everything else, right or wrong: the full
 * reader then decides. What is accepted here the full reader accepts with the same result, given a text
 * without control characters and without `]]>`.
 */
export function readPlain(source: XmlSource, limits: XmlLimits): XmlReading<XmlElement> | null {
  if (knownTags?.limits !== limits) knownTags = new KnownTags(limits);
  return new PlainReader(source, knownTags).read();
}

class PlainReader {
  private readonly text: string;
  private readonly limits: XmlLimits;
  private at = 0;
  private root: XmlElement | null = null;
  private here: XmlElement | null = null;
  private elements = 0;
  /** The open elements' tags, outermost first. */
  private readonly open: WrittenTag[] = [];
  private readonly outermost: Scope;

  constructor(
    private readonly source: XmlSource,
    private readonly tags: KnownTags,
  ) {
    this.text = source.text;
    this.limits = tags.limits;
    this.outermost = tags.begin();
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
    const decoded = decodeEntities(raw);
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

  private takeStart(): boolean {
    const { text, limits, open, here } = this;
    if (here === null && this.root !== null) return false;
    const start = this.at;
    // A `>` inside a value ends the text too early: then it is no start tag, and the full reader decides.
    const end = text.indexOf('>', start) + 1;
    if (end === 0 || open.length >= limits.depth || ++this.elements > limits.elements) return false;
    const scope = here === null ? this.outermost : open[open.length - 1]!.scope;
    const written = this.tags.read(text.slice(start, end), scope);
    if (written === null) return false;
    const element = new XmlElement(written.tag, here, this.source, start);
    this.root ??= element;
    this.at = end;
    if (!written.isEmpty) {
      open.push(written);
      this.here = element;
    }
    return true;
  }

  private takeEnd(): boolean {
    const name = this.open.pop()?.qualifiedName;
    if (name === undefined || !this.text.startsWith(name, this.at + 2)) return false;
    const end = this.skipBlanks(this.at + 2 + name.length);
    if (this.text.charCodeAt(end) !== greater) return false;
    this.at = end + 1;
    this.here = this.here!.parent;
    return true;
  }

  private skipBlanks(from: number): number {
    for (let at = from; ; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit !== space && unit !== newline && unit !== tab) return at;
    }
  }
}
