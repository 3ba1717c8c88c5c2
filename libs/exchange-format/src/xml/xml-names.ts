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
