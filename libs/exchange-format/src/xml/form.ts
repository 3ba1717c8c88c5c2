import type { PreparedSchema, PreparedType } from '../schemas/prepare-schema.js';
import type { PreparedValue } from '../schemas/judge-value.js';
import { decodeText } from './decode-text.js';
import { StartTag } from './start-tag.js';
import { standsAt, type WrittenBytes } from './written-bytes.js';

/** The longest value that is read by a form, in bytes. */
const VALUE_BYTES_MAX = 256;

/** What a byte of a value asks for: nothing, to be decoded, or a closer look. */
const PLAIN = 0;
const ENCODED = 1;
const REFUSED = 2;
const classes = Uint8Array.from({ length: 256 }, (_, unit) => {
  if (unit < 32 || unit === 60 || unit === 62) return REFUSED;
  // What a text may hold as it stands: not & nor the ] that ]]> begins with.
  return unit > 126 || unit === 38 || unit === 93 ? ENCODED : PLAIN;
});

/** An element of a form. Open values are numbered in the order of the text. */
export interface FormElement {
  readonly tag: StartTag;
  /** Its own text; without the open value that it begins with. */
  readonly text: string;
  /** Open values before its `<`. */
  readonly openBefore: number;
  /** Bytes from the end of the last of these, or from the start of the form, to its `<`. */
  readonly offset: number;
  /** Open attributes: the place of the value in `tag.pairs` and its number, in turn. */
  readonly openAttributes: readonly number[];
  /** Number of the open value that its text begins with; -1 without one. */
  readonly openText: number;
  readonly children: readonly FormElement[];
}

/** What is between two open values, and the letter that ends the value before the next. */
export interface FormPart {
  readonly literal: WrittenBytes;
  /** Code of the quote, or of `<`; 0 behind the last literal. */
  readonly stop: number;
}

/** An element that stands in document after document with the same markup and other values, such as a person. */
export class Form {
  /** The type that a validator last found an element of this form right for; null before. */
  private validFor: PreparedType | null = null;
  private judges: readonly (PreparedValue | null)[] = [];

  constructor(
    private readonly parts: readonly FormPart[],
    readonly outermost: FormElement,
    /** Elements, and levels of them; the outermost counted. */
    readonly elements: number,
    readonly depth: number,
  ) {}

  /** Reads the element that begins at an offset; null where it is not of this form, or only the full reader may judge. */
  fill(text: string, bytes: WrittenBytes, start: number): FilledForm | null {
    const { parts } = this;
    const values: string[] = [];
    const ends: number[] = [];
    let at = start;
    for (let number = 0; ; number++) {
      const { literal, stop } = parts[number]!;
      const from = at + literal.byteLength;
      if (!standsAt(literal, bytes, at)) return null;
      if (stop === 0) return new FilledForm(this, values, ends, start, from);
      const last = Math.min(from + VALUE_BYTES_MAX, bytes.byteLength);
      let seen = PLAIN;
      for (at = from; ; at++) {
        if (at === last || seen >= REFUSED) return null;
        const unit = bytes.getUint8(at);
        if (unit === stop) break;
        seen |= classes[unit]!;
      }
      const written = text.slice(from, at);
      const value = seen === PLAIN ? written : decodeText(written);
      if (value === null) return null;
      values.push(value);
      ends.push(at);
    }
  }

  /** Remembers that an element of this form was found right, so that of others the values alone are judged. */
  noteValid(declared: PreparedType, schema: PreparedSchema): void {
    if (this.validFor === declared) return;
    const judges: (PreparedValue | null)[] = [];
    if (!gatherJudges(this.outermost, declared, schema, judges)) return;
    this.validFor = declared;
    this.judges = judges;
  }

  areValid(values: readonly string[], declared: PreparedType): boolean {
    if (this.validFor !== declared) return false;
    const { judges } = this;
    for (let number = 0; number < values.length; number++) {
      const judge = judges[number] ?? null;
      if (judge !== null && judge.judge(values[number]!) !== null) return false;
    }
    return true;
  }
}

/** A form with the values of one document. */
export class FilledForm {
  constructor(
    readonly form: Form,
    private readonly values: readonly string[],
    /** Offsets at which the values end. */
    private readonly ends: readonly number[],
    private readonly start: number,
    /** Behind the element. */
    readonly end: number,
  ) {}

  tagOf({ tag, openAttributes }: FormElement): StartTag {
    const pairs = tag.pairs.slice();
    for (let i = 0; i < openAttributes.length; i += 2) {
      pairs[openAttributes[i]!] = this.values[openAttributes[i + 1]!]!;
    }
    return new StartTag(tag.name, tag.namespace, pairs, tag.typeName);
  }

  /** Value of an attribute; undefined where the element has none of that name. */
  attributeOf({ tag, openAttributes }: FormElement, name: string): string | undefined {
    const { pairs } = tag;
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at] !== name) continue;
      for (let i = 0; i < openAttributes.length; i += 2) {
        if (openAttributes[i] === at + 1) return this.values[openAttributes[i + 1]!];
      }
      return pairs[at + 1];
    }
    return undefined;
  }

  textOf({ text, openText }: FormElement): string {
    return openText === -1 ? text : this.values[openText]! + text;
  }

  offsetOf({ offset, openBefore }: FormElement): number {
    return offset + (openBefore === 0 ? this.start : this.ends[openBefore - 1]!);
  }

  /** True where a schema says nothing against the element. */
  isValid(declared: PreparedType): boolean {
    return this.form.areValid(this.values, declared);
  }
}

/**
 * What judges each open value of an element that a schema was found to allow; false where the rest may hang on one of them:
 * an ID must not repeat, and text is not allowed everywhere.
 */
function gatherJudges(
  element: FormElement,
  type: PreparedType,
  schema: PreparedSchema,
  judges: (PreparedValue | null)[],
): boolean {
  const { tag, openAttributes, openText, text } = element;
  for (let i = 0; i < openAttributes.length; i += 2) {
    const use = type.attributes.get(tag.pairs[openAttributes[i]! - 1]!);
    if (use === undefined || use.value.isId || use.fixed !== null) return false;
    judges[openAttributes[i + 1]!] = use.value;
  }
  if (openText !== -1) {
    if (type.value === null ? !type.isMixed : text !== '') return false;
    judges[openText] = type.value;
  }
  let state = 0;
  for (const child of element.children) {
    const move = type.states[state]?.next.get(child.tag.name);
    if (move === undefined) return false;
    state = move.state;
    const { typeName } = child.tag;
    const named = typeName === null ? move.type : schema.typesByName.get(typeName);
    if (named === undefined || !gatherJudges(child, named, schema, judges)) return false;
  }
  return true;
}
