const noAttributes: ReadonlyMap<string, string> = new Map();

/** Namespace of `xsi:type` and `xsi:schemaLocation`. */
export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * One element of a document as read: names without prefixes, its own text, and its place in the file.
 * `line` and `column` are 1-based and point at the opening `<`; `column` counts UTF-16 units.
 */
export class XmlElement {
  readonly children: XmlElement[] = [];
  attributes: ReadonlyMap<string, string> = noAttributes;
  /** Text directly inside this element (texts of child elements excluded), as written, entities resolved. */
  text = '';

  constructor(
    readonly name: string,
    readonly namespace: string,
    readonly parent: XmlElement | null,
    readonly line: number,
    readonly column: number,
  ) {}

  /** First child of that local name, or null. */
  child(name: string): XmlElement | null {
    for (const candidate of this.children) if (candidate.name === name) return candidate;
    return null;
  }

  /** All children of that local name, in document order. */
  childrenNamed(name: string): XmlElement[] {
    return this.children.filter((candidate) => candidate.name === name);
  }

  /** Attribute by local name; `xsi:type` and other xsi attributes by their `xsi:` form. */
  attribute(name: string): string | undefined {
    return this.attributes.get(name);
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
