import type { PreparedType } from '../schemas/prepare-schema.js';
import type { PassageGroup } from './passage-group.js';
import type { WrittenBytes } from './written-bytes.js';
import type { XmlElement } from './xml-element.js';

/**
 * An element that stands in record after record with the very same text, read once: what it holds, what a schema says of
 * it, and what a reader of documents takes out of it.
 */
export class Passage {
  /** The type that a validator last found the whole right for, IDs apart, which must not repeat; null before. */
  validFor: PreparedType | null = null;
  /** Elements, and levels of them; the outermost counted. */
  readonly elements: number;
  readonly depth: number;
  private reader: ((pattern: XmlElement) => unknown) | null = null;
  private reading: unknown = null;

  /** `pattern` is the passage read by itself: the places of its elements are none of a document. */
  constructor(
    readonly text: string,
    /** The same, to be compared. */
    readonly bytes: WrittenBytes,
    readonly pattern: XmlElement,
    /** Passages that begin like this one. */
    readonly group: PassageGroup,
  ) {
    this.elements = countOf(pattern);
    this.depth = depthOf(pattern);
  }

  /** What a reader makes of the pattern; remembered for the last reader, which must always make the same of it. */
  read<Reading>(reader: (pattern: XmlElement) => Reading): Reading {
    if (this.reader !== reader) {
      this.reading = reader(this.pattern);
      this.reader = reader;
    }
    return this.reading as Reading;
  }
}

// A pattern is no deeper than a document may be.
function countOf(element: XmlElement): number {
  return element.children.reduce((count, child) => count + countOf(child), 1);
}

function depthOf(element: XmlElement): number {
  return 1 + Math.max(0, ...element.children.map(depthOf));
}
