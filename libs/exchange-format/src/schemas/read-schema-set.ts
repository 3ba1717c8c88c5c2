import { posix } from 'node:path';
import type { XmlElement } from '../xml/xml-element.js';
import { parseXml } from '../xml/parse-xml.js';
import { schemaNamespace } from './built-in-types.js';

/** Something in a schema that this compiler does not know: it never guesses. */
export class UnknownConstruct extends Error {
  constructor(what: string, at?: XmlElement) {
    super(at === undefined ? what : `${what} (line ${at.line})`);
    this.name = 'UnknownConstruct';
  }
}

/** The global components of a schema and all it includes. */
export interface SchemaComponents {
  readonly namespace: string;
  /** Files read, in order, by path. */
  readonly files: ReadonlyMap<string, XmlElement>;
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly complexTypes: ReadonlyMap<string, XmlElement>;
  readonly simpleTypes: ReadonlyMap<string, XmlElement>;
}

const schemaLimits = {
  bytes: 8 * 1024 * 1024,
  depth: 64,
  elements: 200_000,
  attributesPerElement: 32,
  attributeLength: 4096,
};

/**
 * Reads `entry` and every schema it includes out of `files` (path → bytes); nothing else is opened.
 * @throws UnknownConstruct for anything but includes and global elements and types.
 */
export function readSchemaSet(files: ReadonlyMap<string, Uint8Array>, entry: string): SchemaComponents {
  const read = new Map<string, XmlElement>();
  const elements = new Map<string, XmlElement>();
  const complexTypes = new Map<string, XmlElement>();
  const simpleTypes = new Map<string, XmlElement>();
  const waiting = [entry];
  let namespace: string | null = null;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (read.has(path)) continue;
    const root = readSchema(files, path);
    read.set(path, root);
    const target = root.attribute('targetNamespace') ?? '';
    namespace ??= target;
    if (target !== namespace) throw new UnknownConstruct(`${path} has another target namespace`);
    for (const child of root.children) {
      if (child.namespace !== schemaNamespace) throw new UnknownConstruct(`element ${child.name}`, child);
      if (child.name === 'annotation') continue;
      if (child.name === 'include') {
        waiting.push(
          posix.normalize(posix.join(posix.dirname(path), child.attribute('schemaLocation') ?? '')),
        );
        continue;
      }
      const kinds = { element: elements, complexType: complexTypes, simpleType: simpleTypes };
      if (!Object.hasOwn(kinds, child.name)) throw new UnknownConstruct(`global ${child.name}`, child);
      const components = kinds[child.name as keyof typeof kinds];
      const name = child.attribute('name')?.trim() ?? '';
      if (name === '' || components.has(name)) throw new UnknownConstruct(`${child.name} "${name}"`, child);
      components.set(name, child);
    }
  }
  return { namespace: namespace ?? '', files: read, elements, complexTypes, simpleTypes };
}

function readSchema(files: ReadonlyMap<string, Uint8Array>, path: string): XmlElement {
  const bytes = files.get(path);
  if (bytes === undefined) throw new UnknownConstruct(`${path} is missing`);
  const parsed = parseXml(withoutDeclaration(bytes), schemaLimits);
  if (!parsed.ok) throw new UnknownConstruct(`${path} cannot be read: ${parsed.defects[0]?.code ?? ''}`);
  const { root } = parsed;
  if (root.name !== 'schema' || root.namespace !== schemaNamespace) {
    throw new UnknownConstruct(`${path} is no schema`);
  }
  for (const name of root.attributes.keys()) {
    if (!['targetNamespace', 'elementFormDefault', 'attributeFormDefault', 'version'].includes(name)) {
      throw new UnknownConstruct(`attribute ${name} of ${path}`);
    }
  }
  const hasElements = root.children.some(({ name }) => name === 'element' || name === 'complexType');
  if (hasElements && root.attribute('elementFormDefault') !== 'qualified') {
    throw new UnknownConstruct(`${path} has unqualified elements`);
  }
  if ((root.attribute('attributeFormDefault') ?? 'unqualified') !== 'unqualified') {
    throw new UnknownConstruct(`${path} has qualified attributes`);
  }
  return root;
}

// Schema files may declare another encoding than the UTF-8 (or ASCII) that is in them.
function withoutDeclaration(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8').decode(bytes);
  return new TextEncoder().encode(text.replace(/^\s*<\?xml[^>]*\?>/, ''));
}

/** The children that mean something: annotations are left out. */
export function meaningful(element: XmlElement): XmlElement[] {
  return element.children.filter(({ name, namespace }) => {
    if (namespace !== schemaNamespace) throw new UnknownConstruct(`element of ${namespace}`, element);
    return name !== 'annotation';
  });
}

/** Refuses attributes of a schema element that are not in the list. */
export function expectAttributes(element: XmlElement, ...known: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (name !== 'id' && !known.includes(name)) {
      throw new UnknownConstruct(`attribute ${name} of ${element.name}`, element);
    }
  }
}
