import type { XmlElement } from '../../xml/xml-element.js';
import type { Placed } from '../placed.js';
import type { CheckupItem, NotedContent } from './model.js';
import type { EntryItem } from './read-entry.js';

/** An item where it stands: what its entry says is shared, its elements are found when somebody asks for them. */
export class StandingItem implements CheckupItem {
  readonly content: NotedContent;

  constructor(
    private readonly read: EntryItem,
    private readonly entry: XmlElement,
    readonly sectionCode: string,
  ) {
    this.content = read.content;
  }

  get code() {
    return this.content.code;
  }

  get codeSystem() {
    return this.content.codeSystem;
  }

  get displayName() {
    return this.content.displayName;
  }

  get state() {
    return this.content.state;
  }

  get negated() {
    return this.content.negated;
  }

  get type() {
    return this.content.type;
  }

  get value() {
    return this.content.value;
  }

  get number() {
    return this.content.number;
  }

  get unit() {
    return this.content.unit;
  }

  get valueCode() {
    return this.content.valueCode;
  }

  get valueCodeSystem() {
    return this.content.valueCodeSystem;
  }

  get nullFlavor() {
    return this.content.nullFlavor;
  }

  get valueCount() {
    return this.content.valueCount;
  }

  get relation() {
    return this.content.relation;
  }

  get date() {
    return this.content.date;
  }

  get at() {
    return this.entry.counterpartOf(this.read.at);
  }

  get valueAt() {
    return this.here(this.read.valueAt);
  }

  get group() {
    return this.here(this.read.group);
  }

  get mark() {
    return this.placed(this.read.mark);
  }

  get methodCode() {
    return this.placed(this.read.methodCode);
  }

  get interpretation() {
    return this.placed(this.read.interpretation);
  }

  get authorName() {
    return this.placed(this.read.authorName);
  }

  get referenceRanges() {
    return this.read.referenceRanges.map((range) => ({ ...range, at: this.entry.counterpartOf(range.at) }));
  }

  private here(element: XmlElement | null): XmlElement | null {
    return element === null ? null : this.entry.counterpartOf(element);
  }

  private placed<Part extends Placed<string>>(part: Part | null): Part | null {
    return part === null ? null : { ...part, at: this.entry.counterpartOf(part.at) };
  }
}
