import { attributeIn, type StartTag } from './start-tag.js';

/** Namespace of `xsi:type` and `xsi:schemaLocation`. */
export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** The text a document was read from; turns offsets into lines only when somebody asks. */
export class XmlSource {
  /** Offsets at which lines begin, as far as somebody has asked. */
  private starts: number[] | null = null;
  private newline = -1;

  /** `text` with `\n` line ends. */
  constructor(readonly text: string) {}

  /** 1-based line and column (UTF-16 units) of an offset. */
  placeAt(offset: number): { line: number; column: number } {
    const starts = this.startsUpTo(offset);
    let line = starts.length;
    if (starts[line - 1]! > offset) {
      let below = 0;
      while (line - below > 1) {
        const middle = (below + line) >> 1;
        if (starts[middle]! > offset) line = middle;
        else below = middle;
      }
    }
    return { line, column: offset - starts[line - 1]! + 1 };
  }

  private startsUpTo(offset: number): readonly number[] {
    if (this.starts === null) {
      this.starts = [0];
      this.newline = this.text.indexOf('\n');
    }
    while (this.newline !== -1 && this.newline < offset) {
      this.starts.push(this.newline + 1);
      this.newline = this.text.indexOf('\n', this.newline + 1);
    }
    return this.starts;
  }
}

const none: readonly never[] = [];

/** One element of a document as read: names without prefixes, its own text, and its place in the file. */
export class XmlElement {
  /** Child elements in document order. */
  children: readonly XmlElement[] = none;
  /** Text directly inside this element (texts of child elements excluded), entities resolved. */
  text = '';
  /** Some of the text came in a CDATA section, be it blank. */
  hasCdata = false;

  /** `offset` is that of the opening `<`. */
  constructor(
    readonly tag: StartTag,
    readonly parent: XmlElement | null,
    private readonly source: XmlSource,
    private readonly offset: number,
  ) {
    if (parent === null) return;
    if (parent.children === none) parent.children = [this];
    else (parent.children as XmlElement[]).push(this);
  }

  get name(): string {
    return this.tag.name;
  }

  get namespace(): string {
    return this.tag.namespace;
  }

  /** 1-based line of the opening `<`. */
  get line(): number {
    return this.source.placeAt(this.offset).line;
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
    for (const candidate of this.children) if (candidate.name === name) return candidate;
    return null;
  }

  /** All children of that local name, in document order. */
  childrenNamed(name: string): XmlElement[] {
    return this.children.filter((candidate) => candidate.name === name);
  }

  /** One attribute, named as in {@link attributes}. */
  attribute(name: string): string | undefined {
    return attributeIn(this.tag.pairs, name);
  }

  /** The element at the end of a chain of first children, or null where the chain breaks. */
  descend(...names: [string, ...string[]]): XmlElement | null {
    let here: XmlElement | null = this.child(names[0]!);
    for (let i = 1; here !== null && i < names.length; i++) here = here.child(names[i]!);
    return here;
  }
}

/** Name under which an attribute is kept. */
export function attributeKey(uri: string, prefix: string, local: string): string {
  if (prefix === '') return local;
  if (uri === xsiNamespace) return `xsi:${local}`;
  if (prefix === 'xml') return `xml:${local}`;
  return `{${uri}}${local}`;
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

/** A name with its prefix replaced by `{namespace}`; as written where nothing is bound to the prefix. */
export function expandedName(name: string, namespaceOf: (prefix: string) => string | null): string {
  const split = name.indexOf(':');
  const prefix = split === -1 ? '' : name.slice(0, split);
  if (split === 0 || prefix === 'xml' || prefix === 'xmlns') return name;
  const uri = namespaceOf(prefix);
  return uri === null ? name : `{${uri}}${name.slice(split + 1)}`;
}
