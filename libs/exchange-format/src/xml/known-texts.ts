import { Buffer } from 'node:buffer';
import type { Forms } from './forms.js';
import type { Passage } from './passage.js';
import type { Passages } from './passage-group.js';
import { readStartTag, Scope, type WrittenTag } from './read-start-tag.js';
import type { XmlElement } from './xml-element.js';
import type { XmlLimits } from './xml-limits.js';

/** Texts kept, and their bytes: with all that was read of them some 25 MB at the very most. */
const TEXTS_MAX = 16_384;
const BYTES_MAX = 4 * 1024 * 1024;
/** The longest start tag that is kept, in bytes. */
const TAG_BYTES_MAX = 256;
/** Texts that forms are drawn from, each kept with its markup: some 14 MB at the very most. */
const LESSONS_MAX = 512;
/** Texts remembered to have been met once, by their fingerprints. */
const FINGERPRINTS = 16_384;

/**
 * Start tags and passages read before. Records are written alike: nearly every tag and most results of a document stood
 * in others, and are found by their text instead of being read again. They are kept by the scope they were read in, where
 * the same text means the same, and from the second meeting on: what is a person's own is hardly met twice. When full,
 * all is begun anew with the next document.
 */
export class KnownTexts {
  private outermost = new Scope();
  private texts = 0;
  private bytes = 0;
  private lessons = 0;
  private readonly metOnce = new Int32Array(FINGERPRINTS);

  constructor(readonly limits: XmlLimits) {}

  /** The scope that a document begins in. */
  begin(): Scope {
    if (this.isFull) {
      this.outermost = new Scope();
      this.texts = 0;
      this.bytes = 0;
      this.lessons = 0;
    }
    return this.outermost;
  }

  /** A start tag of a scope by its text; null when only the full reader may judge it. */
  tag(text: string, scope: Scope): WrittenTag | null {
    const known = scope.tags.get(text);
    if (known !== undefined) return known;
    if (text.length > TAG_BYTES_MAX || !this.isWorthKeeping(text)) {
      return readStartTag(text, scope, this.limits);
    }
    const kept = this.keep(text);
    const tag = readStartTag(kept, scope, this.limits);
    if (tag !== null) scope.tags.set(kept, tag);
    return tag;
  }

  /** Makes a passage known by its text; null where it cannot be read by itself, or is not worth it. */
  learn(text: string, passages: Passages, read: (kept: string) => XmlElement | null): Passage | null {
    if (!this.isWorthKeeping(text)) return null;
    const kept = this.keep(text);
    const pattern = read(kept);
    return pattern === null ? null : passages.add(kept, pattern);
  }

  /** Learns the form of an element, unless enough has been learnt. */
  teach(text: string, forms: Forms, read: (kept: string) => XmlElement | null): void {
    if (this.lessons >= LESSONS_MAX) return;
    this.lessons++;
    forms.learn(apart(text), read);
  }

  private get isFull(): boolean {
    return this.texts >= TEXTS_MAX || this.bytes >= BYTES_MAX;
  }

  private isWorthKeeping(text: string): boolean {
    if (this.isFull) return false;
    const fingerprint = fingerprintOf(text);
    const place = (fingerprint ^ (fingerprint >>> 16)) & (FINGERPRINTS - 1);
    if (this.metOnce[place] === fingerprint) return true;
    this.metOnce[place] = fingerprint;
    return false;
  }

  private keep(text: string): string {
    this.texts++;
    this.bytes += text.length;
    return apart(text);
  }
}

/** The text apart from the document that it was cut from, which would be held in memory as long as the text is. */
function apart(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** FNV-1a of a text. Two texts of one fingerprint cost memory, nothing else: they are compared as a whole. */
function fingerprintOf(text: string): number {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  return print;
}
