import { Passage } from './passage.js';
import { viewOfText, standsAt, type WrittenBytes } from './written-bytes.js';
import type { XmlElement } from './xml-element.js';

/** The namespaces in force where a passage stands: told apart by identity alone. */
type ScopeKey = object;

/** Bytes by which passages that begin alike are told apart: the value, or most of it. */
const WINDOW_BYTES = 8;

/**
 * Passages of one scope that begin alike, such as all results of one item. What stands in a text is guessed from a few bytes
 * and then compared as a whole, which costs less than finding its end and looking it up.
 */
export class PassageGroup {
  private readonly members: Passage[] = [];
  private places: (Passage | undefined)[] = [];
  /** Where members first differ from each other. */
  private differAt = Number.POSITIVE_INFINITY;
  private next: PassageGroup | null = null;
  private nextBefore: PassageGroup | null = null;

  constructor(private readonly scope: ScopeKey) {}

  add(passage: Passage): void {
    const first = this.members[0] ?? passage;
    const differAt = Math.min(this.differAt, sharedLength(first.text, passage.text));
    this.members.push(passage);
    if (differAt === this.differAt && this.members.length * 2 <= this.places.length) this.place(passage);
    else {
      this.differAt = differAt;
      this.places = Array<undefined>(placesFor(this.members.length)).fill(undefined);
      for (const member of this.members) this.place(member);
    }
  }

  /** What stands at an offset, if it is of one of the groups that were last met behind this one; null where it may be another. */
  following(bytes: WrittenBytes, at: number, scope: ScopeKey): Passage | null {
    const { next, nextBefore } = this;
    if (next === null) return null;
    const passage = next.at(bytes, at, scope);
    return passage !== null || nextBefore === null ? passage : nextBefore.at(bytes, at, scope);
  }

  /** Remembers what stood behind this group, and what did so before. */
  follow(group: PassageGroup): void {
    if (group === this.next) return;
    this.nextBefore = this.next;
    this.next = group;
  }

  private at(bytes: WrittenBytes, at: number, scope: ScopeKey): Passage | null {
    if (scope !== this.scope) return null;
    const guess = this.places[this.placeIn(bytes, at)];
    return guess !== undefined && standsAt(guess.bytes, bytes, at) ? guess : null;
  }

  // Two members of one place: the later one stands there, the other is found by its whole text.
  private place(passage: Passage): void {
    this.places[this.placeIn(passage.bytes, 0)] = passage;
  }

  private placeIn(bytes: WrittenBytes, at: number): number {
    let print = 0;
    const from = at + this.differAt;
    const end = Math.min(from + WINDOW_BYTES, bytes.byteLength);
    for (let next = from; next < end; next++) {
      print = (Math.imul(print, 31) + bytes.getUint8(next)) | 0;
    }
    return (print ^ (print >>> 8)) & (this.places.length - 1);
  }
}

/** Passages of one scope whose start tags are written alike. */
export class Passages {
  private readonly byText = new Map<string, Passage>();
  private readonly groups = new Map<string, PassageGroup>();

  constructor(private readonly scope: ScopeKey) {}

  get(text: string): Passage | undefined {
    return this.byText.get(text);
  }

  add(text: string, pattern: XmlElement): Passage {
    const begin = beginOf(text);
    let group = this.groups.get(begin);
    if (group === undefined) this.groups.set(begin, (group = new PassageGroup(this.scope)));
    const passage = new Passage(text, viewOfText(text), pattern, group);
    this.byText.set(text, passage);
    group.add(passage);
    return passage;
  }

  /** The group that a passage not known is of; null where none begins like it. */
  groupOf(text: string): PassageGroup | null {
    return this.groups.get(beginOf(text)) ?? null;
  }
}

/** Start tags that passages of a group share: those of entry, observation and code of a result. */
const BEGIN_TAGS = 3;

function beginOf(text: string): string {
  let end = 0;
  for (let tag = 0; tag < BEGIN_TAGS; tag++) end = text.indexOf('>', end) + 1;
  return text.slice(0, end);
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function placesFor(members: number): number {
  return members === 1 ? 1 : 4 << (31 - Math.clz32(members));
}
