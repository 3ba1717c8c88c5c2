import type { FilledForm, FormElement } from './form.js';
import type { Passage } from './passage.js';
import { attributeIn, type StartTag } from './start-tag.js';
import type { XmlSource } from './xml-source.js';

const none: readonly never[] = [];

/** One element of a document as read: names without prefixes, its own text, and its place in the file. */
export class XmlElement {
  /** Text directly inside this element (texts of child elements excluded), entities resolved. */
  text = '';
  /** Some of the text came in a CDATA section, be it blank. */
  hasCdata = false;
  /** Null while nobody has asked for the children of an element of a known passage. */
  private inside: readonly XmlElement[] | null = none;

  /**
   * `offset` is that of the opening `<`; `passage` and `pattern` as {@link XmlElement.standing} says, `filled` and `pattern` as
   * {@link XmlElement.filling}, which leaves a tag with values to be made when somebody asks for it.
   */
  constructor(
    private made: StartTag | null,
    readonly parent: XmlElement | null,
    private readonly source: XmlSource,
    private readonly offset: number,
    /** The known passage that this element is the outermost of. */
    readonly passage: Passage | null = null,
    private readonly pattern: XmlElement | FormElement | null = null,
    private readonly filled: FilledForm | null = null,
  ) {}

  /** An element written as `passage` is, at an offset: what is inside is made when somebody asks for it. */
  static standing(passage: Passage, parent: XmlElement, source: XmlSource, offset: number): XmlElement {
    const { pattern } = passage;
    return new XmlElement(pattern.tag, parent, source, offset, passage, pattern).resemble(pattern);
  }

  /** An element of a form: what is inside is made when somebody asks for it. */
  static filling(
    filled: FilledForm,
    pattern: FormElement,
    parent: XmlElement,
    source: XmlSource,
  ): XmlElement {
    const tag = pattern.openAttributes.length === 0 ? pattern.tag : null;
    const element = new XmlElement(tag, parent, source, filled.offsetOf(pattern), null, pattern, filled);
    element.text = filled.textOf(pattern);
    if (pattern.children.length > 0) element.inside = null;
    return element;
  }

  private resemble(pattern: XmlElement): this {
    this.text = pattern.text;
    if (pattern.inside !== none) this.inside = null;
    return this;
  }

  /** What the start tag says. */
  get tag(): StartTag {
    return (this.made ??= this.filled!.tagOf(this.pattern as FormElement));
  }

  /** The form that this element is the outermost of, with its values. */
  get form(): FilledForm | null {
    return this.filled !== null && this.filled.form.outermost === this.pattern ? this.filled : null;
  }

  /** Takes a child behind those it has. */
  append(child: XmlElement): void {
    if (this.inside === none) this.inside = [child];
    else (this.inside as XmlElement[]).push(child);
  }

  /** Child elements in document order. */
  get children(): readonly XmlElement[] {
    return (this.inside ??= this.makeChildren());
  }

  private makeChildren(): readonly XmlElement[] {
    const { pattern, filled, source } = this;
    if (filled !== null) {
      const { children } = pattern as FormElement;
      return children.map((child) => XmlElement.filling(filled, child, this, source));
    }
    const { offset, children } = pattern as XmlElement;
    const start = this.offset - offset;
    return children.map((child) =>
      new XmlElement(child.tag, this, source, start + child.offset, null, child).resemble(child),
    );
  }

  /** Where an element that {@link XmlElement.read} gave stands in the document. */
  counterpartOf(read: XmlElement): XmlElement {
    if (this.passage === null) return read;
    if (read === this.passage.pattern) return this;
    const outer = read.parent!;
    return this.counterpartOf(outer).children[outer.children.indexOf(read)]!;
  }

  /** What a reader makes of this element; of one in a known passage, with the elements of its pattern. */
  read<Reading>(reader: (element: XmlElement) => Reading): Reading {
    return this.passage === null ? reader(this) : this.passage.read(reader);
  }

  get name(): string {
    return (this.made ?? this.pattern!.tag).name;
  }

  get namespace(): string {
    return (this.made ?? this.pattern!.tag).namespace;
  }

  /** 1-based line of the opening `<`. */
  get line(): number {
    return this.source.lineAt(this.offset);
  }

  /** 1-based column of the opening `<`, in UTF-16 units. */
  get column(): number {
    return this.source.placeAt(this.offset).column;
  }

  /** Attributes by local name; `xsi:type` and other xsi attributes by their `xsi:` form; namespaces left out. */
  get attributes(): ReadonlyMap<string, string> {
    const { pairs } = this.tag;
    const attributes = new Map<string, string>();
    for (let i = 0; i < pairs.length; i += 2) attributes.set(pairs[i]!, pairs[i + 1]!);
    return attributes;
  }

  /** First child of that local name, or null. */
  child(name: string): XmlElement | null {
    const { children } = this;
    // Asked hundreds of times a record: nothing is made here, not even an iterator.
    for (let at = 0; at < children.length; at++) if (children[at]!.name === name) return children[at]!;
    return null;
  }

  /** All children of that local name, in document order. */
  childrenNamed(name: string): XmlElement[] {
    return this.children.filter((candidate) => candidate.name === name);
  }

  /** One attribute, named as in {@link attributes}. */
  attribute(name: string): string | undefined {
    const { made } = this;
    return made === null
      ? this.filled!.attributeOf(this.pattern as FormElement, name)
      : attributeIn(made.pairs, name);
  }

  /** The element at the end of a chain of first children, or null where the chain breaks. */
  descend(...names: [string, ...string[]]): XmlElement | null {
    let here: XmlElement | null = this.child(names[0]!);
    for (let i = 1; here !== null && i < names.length; i++) here = here.child(names[i]!);
    return here;
  }
}

/**
 * Absolute path that people can read, such as `/ClinicalDocument/recordTarget/patientRole/id[2]`.
 * Local names only; an index is written where several siblings share the name. Computed on demand.
 */
export function pathOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let here: XmlElement | null = element; here !== null; here = here.parent) {
    steps.push(stepOf(here));
  }
  return `/${steps.reverse().join('/')}`;
}

function stepOf(element: XmlElement): string {
  if (element.parent === null) return element.name;
  const alike = element.parent.childrenNamed(element.name);
  return alike.length === 1 ? element.name : `${element.name}[${alike.indexOf(element) + 1}]`;
}
