import { Buffer } from 'node:buffer';
import { readStartTag, Scope, type WrittenTag } from './read-start-tag.js';
import type { XmlLimits } from './xml-limits.js';

/** Start tags that are kept, and the longest of them in UTF-16 units: some 10 MB at the very most. */
const TAGS_MAX = 4096;
const KEPT_LENGTH_MAX = 256;

/**
 * Start tags read so far. Records are written alike: nearly every tag of a document stood in one before, and is found
 * by its text instead of being read again. When full, it is begun anew with the next document.
 */
export class KnownTags {
  private outermost = new Scope();
  private count = 0;

  constructor(readonly limits: XmlLimits) {}

  /** The scope that a document begins in. */
  begin(): Scope {
    if (this.count >= TAGS_MAX) {
      this.outermost = new Scope();
      this.count = 0;
    }
    return this.outermost;
  }

  /** A start tag of a scope by its text; null when only the full reader may judge it. */
  read(text: string, scope: Scope): WrittenTag | null {
    const known = scope.tags.get(text);
    if (known !== undefined) return known;
    if (text.length > KEPT_LENGTH_MAX || this.count >= TAGS_MAX)
      return readStartTag(text, scope, this.limits);
    const kept = copied(text);
    const tag = readStartTag(kept, scope, this.limits);
    if (tag !== null) {
      scope.tags.set(kept, tag);
      this.count++;
    }
    return tag;
  }
}

/** The text apart from the document that it was cut from, which would be held in memory as long as the text is. */
function copied(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
