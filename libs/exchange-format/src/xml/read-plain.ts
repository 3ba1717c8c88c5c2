import { decodeText } from './decode-text.js';
import { suspectBytes } from './forbidden-character.js';
import type { Forms } from './forms.js';
import { KnownTexts } from './known-texts.js';
import type { Passage } from './passage.js';
import type { PassageGroup, Passages } from './passage-group.js';
import type { Scope, WrittenTag } from './read-start-tag.js';
import { XmlElement } from './xml-element.js';
import type { XmlLimits, XmlReading } from './xml-limits.js';
import { viewOfText, type WrittenBytes } from './written-bytes.js';
import { XmlSource } from './xml-source.js';

const declaration =
  /^<\?xml[ \n\t]+version=(?:"1\.0"|'1\.0')(?:[ \n\t]+encoding=(?:"([uU][tT][fF]-8)"|'([uU][tT][fF]-8)'))?(?:[ \n\t]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \n\t]*\?>/;

const [tab, newline, space, slash, less, greater] = [9, 10, 32, 47, 60, 62];

/** Line ends alone, by their number: the own text of elements whose children stand on lines of their own. */
const newlines = Array.from({ length: 128 }, (_, count) => '\n'.repeat(count));

/** The longest passage that is looked for, in bytes. */
const PASSAGE_BYTES_MAX = 4096;

/** A passage holds none, so that no bytes of it are compared. */
const nothing = viewOfText('');

let knownTexts: KnownTexts | null = null;

/**
 * Reads a plain document in one pass: ASCII names, the five entities, comments; no CDATA, no processing instructions, no
 * character references, no character that is forbidden or like one. Returns null for everything else, right or wrong: the
 * full reader then decides. What is accepted here the full reader accepts with the same result.
 *
 * `text` is UTF-8 as one character per byte, with `\n` line ends: all markup is ASCII, and nothing else is decoded than
 * the values that hold more. `bytes` are those of the text.
 */
export function readPlain(
  text: string,
  limits: XmlLimits,
  bytes: WrittenBytes = viewOfText(text),
): XmlReading<XmlElement> | null {
  if (knownTexts?.limits !== limits) knownTexts = new KnownTexts(limits);
  return new PlainReader(text, bytes, knownTexts, knownTexts.begin()).read();
}

class PlainReader {
  private readonly source: XmlSource;
  private readonly limits: XmlLimits;
  private at = 0;
  private root: XmlElement | null = null;
  private here: XmlElement | null = null;
  private elements = 0;
  /** The open elements' tags, outermost first. */
  private readonly open: WrittenTag[] = [];
  /** Passages are looked for from here on: nothing is looked through twice. */
  private passagesFrom = 0;
  /** That of the last passage; null where none is looked for. */
  private group: PassageGroup | null = null;

  constructor(
    private readonly text: string,
    private readonly bytes: WrittenBytes,
    private readonly known: KnownTexts,
    private readonly outermost: Scope,
  ) {
    this.source = new XmlSource(text, true);
    this.limits = known.limits;
  }

  read(): XmlReading<XmlElement> | null {
    const declared = declaration.exec(this.text);
    if (declared !== null) this.at = declared[0].length;
    const root = this.readToEnd();
    if (root === null) return null;
    return { root, declaredEncoding: declared?.[1] ?? declared?.[2] ?? null, processingInstructions: 0 };
  }

  /** Reads the text as one element and nothing else; what is inside is no passage of its own. */
  readPassage(): XmlElement | null {
    this.passagesFrom = this.text.length;
    return this.readToEnd();
  }

  private readToEnd(): XmlElement | null {
    const { text } = this;
    for (;;) {
      if (!this.takeNewline()) {
        const start = text.indexOf('<', this.at);
        if (!this.takeText(start === -1 ? text.length : start)) return null;
        if (start === -1) break;
        this.at = start;
      }
      if (!this.takeMarkup()) return null;
    }
    return this.here === null ? this.root : null;
  }

  /** Nothing but a line end before the next markup, as nearly everywhere. */
  private takeNewline(): boolean {
    const { text, at, here } = this;
    if (here === null || text.charCodeAt(at) !== newline || text.charCodeAt(at + 1) !== less) return false;
    const longer = newlines[here.text.length + 1];
    here.text = longer !== undefined && here.text === newlines[here.text.length] ? longer : `${here.text}\n`;
    this.at = at + 1;
    return true;
  }

  private takeText(end: number): boolean {
    if (end === this.at) return true;
    const raw = this.text.slice(this.at, end);
    const { here } = this;
    if (here === null) return !/[^ \n\t]/.test(raw);
    const text = decodeText(raw);
    if (text === null) return false;
    here.text = here.text === '' ? text : here.text + text;
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
    const { text, at } = this;
    if (!text.startsWith('<!--', at)) return false;
    const end = text.indexOf('--', at + 4);
    if (end === -1 || text.charCodeAt(end + 2) !== greater) return false;
    if (suspectBytes.test(text.slice(at, end))) return false;
    this.at = end + 3;
    return true;
  }

  private takeStart(): boolean {
    const { text, limits, open, here } = this;
    if (here === null && this.root !== null) return false;
    if (here !== null && this.takeExpected(here)) return true;
    const start = this.at;
    // A `>` inside a value ends the text too early: then it is no start tag, and the full reader decides.
    const end = text.indexOf('>', start) + 1;
    if (end === 0) return false;
    const scope = here === null ? this.outermost : open[open.length - 1]!.scope;
    const written = this.known.tag(text.slice(start, end), scope);
    if (written === null) return false;
    if (here !== null && this.takeWhole(written, here)) return true;
    if (open.length >= limits.depth || ++this.elements > limits.elements) return false;
    const element = new XmlElement(written.tag, here, this.source, start);
    if (here === null) this.begin(element, written.scope);
    else here.append(element);
    this.at = end;
    if (!written.isEmpty) {
      open.push(written);
      this.here = element;
    }
    return true;
  }

  private begin(root: XmlElement, { outset }: Scope): void {
    this.root = root;
    if (this.passagesFrom === 0) this.group = outset;
  }

  /** Takes the passage that stood here in other documents, if it is this one. */
  private takeExpected(here: XmlElement): boolean {
    const { bytes, at, group, open } = this;
    if (group === null || at < this.passagesFrom) return false;
    const passage = group.following(bytes, at, open[open.length - 1]!.scope);
    return passage !== null && this.takePassage(passage, here);
  }

  /** Takes a whole element as read before, with these or with other values; false where it must be read step by step. */
  private takeWhole({ passages, forms, endTag }: WrittenTag, here: XmlElement): boolean {
    const { text, at: start } = this;
    if ((passages === null && forms === null) || start < this.passagesFrom) return false;
    if (passages === null && this.takeForm(forms!, here)) return true;
    const length = text.slice(start, start + PASSAGE_BYTES_MAX).indexOf(endTag) + endTag.length;
    if (length < endTag.length) return false;
    this.passagesFrom = start + length;
    const written = text.slice(start, this.passagesFrom);
    if (passages !== null) {
      const passage = this.passageOf(written, passages);
      if (passage !== null) return this.takePassage(passage, here);
      if (forms !== null && this.takeForm(forms, here)) return true;
    }
    if (forms !== null) this.known.teach(written, forms, this.reader());
    return false;
  }

  /** The passage of a text, and what group it belongs to: the next is looked for behind it. */
  private passageOf(written: string, passages: Passages): Passage | null {
    const passage = passages.get(written) ?? this.known.learn(written, passages, this.reader());
    const group = passage?.group ?? passages.groupOf(written);
    if (this.group !== null && group !== null) {
      this.group.follow(group);
      this.group = group;
    }
    return passage;
  }

  private takePassage(passage: Passage, here: XmlElement): boolean {
    if (this.exceeds(passage.elements, passage.depth)) return false;
    here.append(XmlElement.standing(passage, here, this.source, this.at));
    this.elements += passage.elements;
    this.at += passage.text.length;
    this.passagesFrom = this.at;
    if (this.group !== null) this.group = passage.group;
    return true;
  }

  private takeForm(forms: Forms, here: XmlElement): boolean {
    const filled = forms.fill(this.text, this.bytes, this.at);
    if (filled === null) return false;
    const { elements, depth, outermost } = filled.form;
    if (this.exceeds(elements, depth)) return false;
    here.append(XmlElement.filling(filled, outermost, here, this.source));
    this.elements += elements;
    this.at = filled.end;
    this.passagesFrom = this.at;
    return true;
  }

  /** Reads a text of the present scope by itself. */
  private reader(): (text: string) => XmlElement | null {
    const { known, open } = this;
    const { scope } = open[open.length - 1]!;
    return (text) => new PlainReader(text, nothing, known, scope).readPassage();
  }

  private exceeds(elements: number, depth: number): boolean {
    return this.elements + elements > this.limits.elements || this.open.length + depth > this.limits.depth;
  }

  private takeEnd(): boolean {
    const { text, at } = this;
    const tag = this.open.pop();
    if (tag === undefined) return false;
    if (text.startsWith(tag.endTag, at)) this.at = at + tag.endTag.length;
    else {
      const unclosed = tag.endTag.slice(0, -1);
      const end = this.skipBlanks(at + unclosed.length);
      if (!text.startsWith(unclosed, at) || text.charCodeAt(end) !== greater) return false;
      this.at = end + 1;
    }
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
