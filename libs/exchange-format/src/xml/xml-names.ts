/** Namespace of `xsi:type` and `xsi:schemaLocation`. */
export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** Name under which an attribute is kept. */
export function attributeKey(uri: string, prefix: string, local: string): string {
  if (prefix === '') return local;
  if (uri === xsiNamespace) return `xsi:${local}`;
  if (prefix === 'xml') return `xml:${local}`;
  return `{${uri}}${local}`;
}

/** A name with its prefix replaced by `{namespace}`; as written where nothing is bound to the prefix. */
export function expandedName(name: string, namespaceOf: (prefix: string) => string | null): string {
  const split = name.indexOf(':');
  const prefix = split === -1 ? '' : name.slice(0, split);
  if (split === 0 || prefix === 'xml' || prefix === 'xmlns') return name;
  const uri = namespaceOf(prefix);
  return uri === null ? name : `{${uri}}${name.slice(split + 1)}`;
}

/** Names kept as one string each; real documents have some hundred. */
const NAMES_MAX = 2048;
const names = new Map<string, string>();

/** The same text as the very string that literals of it are: two such names are compared by address, not letter by letter. */
export function internedName(name: string): string {
  let interned = names.get(name);
  if (interned === undefined) {
    // Keys of objects are kept once each, with the literals of the code.
    interned = Object.keys({ [name]: null })[0]!;
    if (names.size < NAMES_MAX) names.set(interned, interned);
  }
  return interned;
}
