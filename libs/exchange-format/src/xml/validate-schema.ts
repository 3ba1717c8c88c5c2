import type { ValueFault } from '../schemas/judge-value.js';
import type { PreparedSchema, PreparedType } from '../schemas/prepare-schema.js';
import { pathOf, type XmlElement } from './xml-element.js';

/** What is wrong with an element. */
export type SchemaErrorCode =
  | 'unknown-root'
  | 'unexpected-element'
  | 'missing-element'
  | 'unexpected-text'
  | 'unexpected-attribute'
  | 'missing-attribute'
  | 'wrong-value'
  | 'wrong-type'
  | 'repeated-id';

/** One violation of a schema (様式違反). */
export interface SchemaError {
  readonly code: SchemaErrorCode;
  /** The element at fault; for a missing element its parent. */
  readonly at: XmlElement;
  /** The attribute at fault, null where the element itself is. */
  readonly attribute: string | null;
  /** What was found: an element's or attribute's name, or a value; null where something is missing. */
  readonly value: string | null;
  /** What may stand there: names of elements or attributes, or the allowed values; empty where nothing may. */
  readonly expected: readonly string[];
  /** What an allowed value looks like, where there is no list of them. */
  readonly fault: ValueFault | null;
  /** Names of the elements that are missing before an unexpected one, where only that is amiss; else none. */
  readonly omitted: readonly string[];
}

/** Errors of one document beyond these are not counted. */
const ERRORS_MAX = 100;

interface Frame {
  readonly element: XmlElement;
  readonly type: PreparedType;
  /** The type that the schema gives the element, which `xsi:type` may narrow. */
  readonly declared: PreparedType;
  /** Errors and IDs noted before the element. */
  readonly noted: number;
  state: number;
  next: number;
}

/**
 * Judges a document against a compiled schema: all errors, in document order of the elements they stand at; what lies
 * below a refused element is passed over. Agrees with libxml2 on what is valid. Bounded: at most `max` errors.
 */
export function validateSchema(root: XmlElement, schema: PreparedSchema, max = ERRORS_MAX): SchemaError[] {
  return new SchemaValidation(schema, max).validate(root);
}

/** Line, column and readable path of an error. */
export function placeOf(error: SchemaError): { line: number; column: number; path: string } {
  const { at, attribute } = error;
  const path = pathOf(at) + (attribute === null ? '' : `/@${attribute}`);
  return { line: at.line, column: at.column, path };
}

const none: readonly never[] = [];

/** Elements left out at one place beyond these are not told from a wrong order. */
const OMITTED_MAX = 4;

/** The fewest elements that would have to stand before a refused one, where none of them stands elsewhere. */
function omittedBefore(child: XmlElement, { element, type: { states }, state }: Frame): readonly string[] {
  let paths: { readonly state: number; readonly names: readonly string[] }[] = [{ state, names: [] }];
  const seen = new Set([state]);
  for (let length = 1; length <= OMITTED_MAX; length++) {
    const longer: typeof paths = [];
    for (const path of paths) {
      for (const [name, move] of states[path.state]?.next ?? []) {
        if (seen.has(move.state) || element.child(name) !== null) continue;
        seen.add(move.state);
        const names = [...path.names, name];
        if (states[move.state]!.next.has(child.name)) return names;
        longer.push({ state: move.state, names });
      }
    }
    paths = longer;
  }
  return none;
}

class SchemaValidation {
  private readonly errors: SchemaError[] = [];
  private readonly stack: Frame[] = [];
  private ids: Set<string> | null = null;

  constructor(
    private readonly schema: PreparedSchema,
    private readonly max: number,
  ) {}

  validate(root: XmlElement): SchemaError[] {
    const { schema, stack, errors } = this;
    const type = root.namespace === schema.namespace ? schema.roots.get(root.name) : undefined;
    if (type === undefined) {
      this.report('unknown-root', root, null, root.name, [...schema.roots.keys()]);
      return errors;
    }
    this.enter(root, type);
    while (stack.length > 0 && errors.length < this.max) this.step(stack[stack.length - 1]!);
    return errors;
  }

  private step(frame: Frame): void {
    const { element } = frame;
    const child = element.children[frame.next];
    if (child === undefined) {
      this.leave(frame);
      return;
    }
    frame.next++;
    const state = frame.type.states[frame.state];
    const move = child.namespace === this.schema.namespace ? state?.next.get(child.name) : undefined;
    if (move === undefined) {
      this.refuse(frame, child);
      return;
    }
    frame.state = move.state;
    this.enter(child, move.type);
  }

  /** An element out of place: what follows is read on from the first state that would take it. */
  private refuse(frame: Frame, child: XmlElement): void {
    const state = frame.type.states[frame.state];
    const isForeign = child.namespace !== this.schema.namespace;
    const name = isForeign ? `{${child.namespace}}${child.name}` : child.name;
    const omitted = isForeign ? none : omittedBefore(child, frame);
    const expected = state === undefined ? [] : [...state.next.keys()];
    this.report('unexpected-element', child, null, name, expected, null, omitted);
    if (isForeign) return;
    const { states } = frame.type;
    // A required element was left out, or the order is another: go on behind this element where that is unambiguous.
    for (let at = frame.state + 1; at < states.length; at++) {
      const move = states[at]!.next.get(child.name);
      if (move === undefined) continue;
      frame.state = move.state;
      this.enter(child, move.type);
      return;
    }
  }

  private leave(frame: Frame): void {
    this.stack.pop();
    const { type, element, declared } = frame;
    const state = type.states[frame.state];
    if (state !== undefined && !state.accepts) {
      this.report('missing-element', element, null, null, [...state.next.keys()]);
    }
    if (this.noted > frame.noted) return;
    if (element.passage !== null) element.passage.validFor = declared;
    element.form?.form.noteValid(declared, this.schema);
  }

  private enter(element: XmlElement, declared: PreparedType): void {
    const { tag, passage } = element;
    if (passage !== null && passage.validFor === declared) return;
    if (element.form?.isValid(declared) === true) return;
    const { noted } = this;
    if (tag.validFor === declared) {
      this.judgeContents(element, tag.validType!, declared, noted);
      return;
    }
    const errors = this.errors.length;
    const type = tag.typeName === null ? declared : this.namedType(element, declared);
    if (type === null) return;
    if (type.isAbstract) {
      this.report(
        'wrong-type',
        element,
        'xsi:type',
        element.attribute('xsi:type') ?? null,
        type.concreteNames,
      );
      return;
    }
    const hasId = this.judgeAttributes(element, type);
    // The same tag for the same type is right again, but for an ID, which must not repeat.
    if (!hasId && this.errors.length === errors && errors < this.max) {
      tag.validFor = declared;
      tag.validType = type;
    }
    this.judgeContents(element, type, declared, noted);
  }

  private judgeContents(
    element: XmlElement,
    type: PreparedType,
    declared: PreparedType,
    noted: number,
  ): void {
    if (type.value !== null) {
      if (element.children.length > 0) {
        const child = element.children[0]!;
        this.report('unexpected-element', child, null, child.name, []);
        return;
      }
      const fault = type.value.judge(element.text);
      if (fault !== null) this.reportValue(element, null, element.text, fault);
      return;
    }
    if (!type.isMixed && hasText(element, type)) {
      this.report('unexpected-text', element, null, element.text.trim(), []);
    }
    if (element.children.length > 0 || type.states.length > 0) {
      this.stack.push({ element, type, declared, noted, state: 0, next: 0 });
    }
  }

  /** Type that `xsi:type` names, else the declared one where an element can have it. */
  private namedType(element: XmlElement, declared: PreparedType): PreparedType | null {
    const name = element.tag.typeName!;
    const named = this.schema.typesByName.get(name);
    for (let type: PreparedType | null = named ?? null; type !== null; type = type.base) {
      if (type === declared) return named!;
    }
    this.report(
      'wrong-type',
      element,
      'xsi:type',
      element.attribute('xsi:type') ?? null,
      declared.concreteNames,
    );
    return declared.isAbstract ? null : declared;
  }

  /** Judges the attributes of a tag; whether there is an ID among them. */
  private judgeAttributes(element: XmlElement, type: PreparedType): boolean {
    const { pairs } = element.tag;
    let required = 0;
    let hasId = false;
    for (let i = 0; i < pairs.length; i += 2) {
      const name = pairs[i]!;
      const text = pairs[i + 1]!;
      const use = type.attributes.get(name);
      if (use === undefined) {
        if (!isInstanceAttribute(name)) {
          this.report('unexpected-attribute', element, name, name, [...type.attributes.keys()]);
        }
        continue;
      }
      if (use.isRequired) required++;
      if (use.value.isId) hasId = true;
      const fault = use.value.judge(text);
      if (fault !== null) this.reportValue(element, name, text, fault);
      else if (use.fixed !== null && use.value.normalise(text) !== use.fixed) {
        this.report('wrong-value', element, name, text, [use.fixed]);
      } else if (use.value.isId) this.noteId(element, name, text);
    }
    if (required === type.requiredCount) return hasId;
    for (const [name, use] of type.attributes) {
      if (use.isRequired && element.attribute(name) === undefined) {
        this.report('missing-attribute', element, name, null, use.value.examples);
      }
    }
    return hasId;
  }

  /** Errors and IDs so far: unchanged by what is right wherever it stands. */
  private get noted(): number {
    return this.errors.length + (this.ids?.size ?? 0);
  }

  private noteId(element: XmlElement, name: string, text: string): void {
    this.ids ??= new Set();
    const id = text.trim();
    if (this.ids.has(id)) this.report('repeated-id', element, name, id, []);
    this.ids.add(id);
  }

  private reportValue(at: XmlElement, attribute: string | null, value: string, fault: ValueFault): void {
    this.report('wrong-value', at, attribute, value, fault.allowed, fault);
  }

  private report(
    code: SchemaErrorCode,
    at: XmlElement,
    attribute: string | null,
    value: string | null,
    expected: readonly string[],
    fault: ValueFault | null = null,
    omitted: readonly string[] = none,
  ): void {
    if (this.errors.length >= this.max) return;
    this.errors.push({ code, at, attribute, value, expected, fault, omitted });
  }
}

function isInstanceAttribute(name: string): boolean {
  return name === 'xsi:type' || name === 'xsi:schemaLocation' || name === 'xsi:noNamespaceSchemaLocation';
}

/** Text where none is allowed: blanks are none between elements, but are some where nothing at all may stand. */
function hasText({ text, hasCdata }: XmlElement, type: PreparedType): boolean {
  return hasCdata || (text !== '' && (type.states.length === 0 || !isBlank(text)));
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}
