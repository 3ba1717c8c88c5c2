import { Buffer } from 'node:buffer';
import { Passage } from './passage.js';
import { readStartTag, Scope, type WrittenTag } from './read-start-tag.js';
import type { XmlElement } from './xml-element.js';
import type { XmlLimits } from './xml-limits.js';

/** Texts kept, and their bytes: with all that was read of them some 20 MB at the very most. */
const TEXTS_MAX = 8192;
const BYTES_MAX = 2 * 1024 * 1024;
/** The longest start tag that is kept, in bytes. */
const TAG_BYTES_MAX = 256;

/**
 * Start tags and passages read so far. Records are written alike: nearly every tag and most results of a document stood
 * in one before, and are found by their text instead of being read again. They are kept by the scope they were read in,
 * where the same text means the same. When there are many, the next document begins with those that were met again.
 */
export class KnownTexts {
  private outermost = new Scope();
  private texts = 0;
  private bytes = 0;

  constructor(readonly limits: XmlLimits) {}

  /** The scope that a document begins in. */
  begin(): Scope {
    if (this.isFull) {
      this.texts = 0;
      this.bytes = 0;
      this.forget(this.outermost);
      if (this.texts > TEXTS_MAX / 2 || this.bytes > BYTES_MAX / 2) this.forgetAll();
    }
    return this.outermost;
  }

  /** A start tag of a scope by its text; null when only the full reader may judge it. */
  tag(text: string, scope: Scope): WrittenTag | null {
    const known = scope.tags.get(text);
    if (known !== undefined) return met(known);
    if (text.length > TAG_BYTES_MAX || this.isFull) return readStartTag(text, scope, this.limits);
    const kept = this.keep(text);
    const tag = readStartTag(kept, scope, this.limits);
    if (tag !== null) scope.tags.set(kept, tag);
    return tag;
  }

  /** A passage by its text, read now where it is new; null when it cannot be read by itself, or there is no room for it. */
  passage(
    text: string,
    passages: Map<string, Passage>,
    read: (text: string) => XmlElement | null,
  ): Passage | null {
    const known = passages.get(text);
    if (known !== undefined) return met(known);
    if (this.isFull) return null;
    const kept = this.keep(text);
    const pattern = read(kept);
    if (pattern === null) return null;
    const passage = new Passage(pattern);
    passages.set(kept, passage);
    return passage;
  }

  /** Lets go what was not met again since the last time, and counts the rest. */
  private forget(scope: Scope): void {
    for (const [text, tag] of scope.tags) {
      if (!this.isToStay(text, tag)) scope.tags.delete(text);
      else {
        if (tag.scope !== scope) this.forget(tag.scope);
        for (const [passageText, passage] of tag.passages ?? []) {
          if (!this.isToStay(passageText, passage)) tag.passages!.delete(passageText);
        }
      }
    }
  }

  private isToStay(text: string, known: Known): boolean {
    if (!known.isMet) return false;
    known.isMet = false;
    this.texts++;
    this.bytes += text.length;
    return true;
  }

  private forgetAll(): void {
    this.outermost = new Scope();
    this.texts = 0;
    this.bytes = 0;
  }

  private get isFull(): boolean {
    return this.texts >= TEXTS_MAX || this.bytes >= BYTES_MAX;
  }

  /** The text apart from the document that it was cut from, which would be held in memory as long as the text is. */
  private keep(text: string): string {
    this.texts++;
    this.bytes += text.length;
    return Buffer.from(text, 'latin1').toString('latin1');
  }
}

interface Known {
  /** Found by its text since the last forgetting. */
  isMet: boolean;
}

function met<Text extends Known>(known: Text): Text {
  known.isMet = true;
  return known;
}
