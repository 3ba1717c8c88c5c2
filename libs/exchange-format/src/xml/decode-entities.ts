const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Resolves the five entities of XML; null when another reference stands. */
export function decodeEntities(raw: string): string | null {
  let at = raw.indexOf('&');
  if (at === -1) return raw;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const end = raw.indexOf(';', at);
    const letter = end === -1 ? undefined : entities.get(raw.slice(at + 1, end));
    if (letter === undefined) return null;
    decoded += raw.slice(from, at) + letter;
    from = end + 1;
    at = raw.indexOf('&', from);
  }
  return decoded + raw.slice(from);
}
